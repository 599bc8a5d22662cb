package dev.gdwire.protocol.json;

/** Text as JSON in bytes, ready to be copied. It is immutable. */
public final class PreparedText {
    private final String text;
    private final PreparedBytes bytes;

    private PreparedText(String text) {
        JsonOutput out = new JsonOutput();
        out.text(text);
        this.text = text;
        this.bytes = PreparedBytes.of(out.toByteArray());
    }

    /**
     * Prepares a text.
     *
     * @param text without halves of surrogate pairs
     */
    public static PreparedText of(String text) {
        return new PreparedText(text);
    }

    PreparedBytes bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return text;
    }
}
