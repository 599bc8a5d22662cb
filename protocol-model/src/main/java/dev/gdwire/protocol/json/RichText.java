package dev.gdwire.protocol.json;

/** Writes text with characters that are escaped, or of more than ASCII. */
final class RichText {
    /** A character that is escaped, or takes three bytes. */
    static final int MOST_BYTES_OF_A_CHARACTER = 6;

    private static final int ASCII = 0x80;

    /** How ASCII characters are escaped; null for those that stand for themselves. */
    private static final byte[][] ESCAPES = new byte[ASCII][];

    private static final boolean[] IS_PLAIN = new boolean[ASCII];

    static {
        for (int c = 0; c < ' '; c++) {
            ESCAPES[c] = JsonOutput.ascii("\\u0000");
            ESCAPES[c][4] += (byte) (c >> 4);
            ESCAPES[c][5] = (byte) Character.forDigit(c & 15, 16);
        }
        ESCAPES['"'] = JsonOutput.ascii("\\\"");
        ESCAPES['\\'] = JsonOutput.ascii("\\\\");
        ESCAPES['\n'] = JsonOutput.ascii("\\n");
        ESCAPES['\r'] = JsonOutput.ascii("\\r");
        ESCAPES['\t'] = JsonOutput.ascii("\\t");
        ESCAPES['\b'] = JsonOutput.ascii("\\b");
        ESCAPES['\f'] = JsonOutput.ascii("\\f");
        for (int c = 0; c < ASCII; c++) {
            IS_PLAIN[c] = ESCAPES[c] == null;
        }
    }

    private RichText() {}

    /** Whether a character stands for itself, in one byte. */
    static boolean isPlain(char c) {
        return c < ASCII && IS_PLAIN[c];
    }

    /**
     * Writes characters into a buffer that has room for them; returns where they end.
     *
     * @param to does not part a surrogate pair
     */
    static int write(String text, int from, int to, byte[] buffer, int start) {
        int at = start;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= ASCII) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < to;
                int point = pair ? Character.toCodePoint(c, text.charAt(++i)) : c;
                at = codePoint(point, buffer, at);
            } else if (IS_PLAIN[c]) {
                buffer[at++] = (byte) c;
            } else {
                byte[] escape = ESCAPES[c];
                System.arraycopy(escape, 0, buffer, at, escape.length);
                at += escape.length;
            }
        }
        return at;
    }

    private static int codePoint(int c, byte[] buffer, int start) {
        int at = start;
        if (c < 0x800) {
            buffer[at++] = (byte) (0xc0 | c >> 6);
        } else if (c < 0x10000) {
            buffer[at++] = (byte) (0xe0 | c >> 12);
            buffer[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        } else {
            buffer[at++] = (byte) (0xf0 | c >> 18);
            buffer[at++] = (byte) (0x80 | c >> 12 & 0x3f);
            buffer[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        buffer[at++] = (byte) (0x80 | c & 0x3f);
        return at;
    }
}
