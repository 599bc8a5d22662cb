package dev.gdwire.protocol.codec;

/** A text that counts how often it is looked at, and in the end has enough. */
final class PatientText implements CharSequence {
    /** More than once for each character of a long text, in a time that does not hurt (0.1 s). */
    private static final int LOOKS = 10_000_000;

    private static final int LOOKS_PER_CHARACTER = 20;

    private final String text;
    private long left;

    PatientText(String text) {
        this.text = text;
        this.left = LOOKS + (long) LOOKS_PER_CHARACTER * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        left--;
        if (left < 0) {
            throw new PatienceException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The text was looked at too often. */
    static final class PatienceException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PatienceException() {
            super("a search was given up", null, false, false);
        }
    }
}
