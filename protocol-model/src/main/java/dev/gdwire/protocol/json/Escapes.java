package dev.gdwire.protocol.json;

/** Takes the escapes out of text (RFC 8259, section 7). */
final class Escapes {
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private Escapes() {}

    /** The text that such text in JSON stands for. */
    static String without(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            int escape = raw.indexOf('\\', at);
            int stop = escape < 0 ? raw.length() : escape;
            text.append(raw, at, stop);
            at = stop;
            if (escape >= 0) {
                at = append(text, raw, escape + 1);
            }
        }
        requirePairs(text);
        return text.toString();
    }

    /** Appends what the escape stands for, and returns the place behind it. */
    private static int append(StringBuilder text, String raw, int at) {
        char escape = raw.charAt(at);
        if (escape != 'u') {
            text.append(simple(escape));
            return at + 1;
        }
        int stop = at + 1 + HEX_DIGITS;
        ByteSource.require(stop <= raw.length());
        text.append(hex(raw, at + 1));
        return stop;
    }

    private static char simple(char escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw Miss.INSTANCE;
        };
    }

    private static char hex(String raw, int from) {
        int value = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            char c = raw.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, HEX) : -1;
            ByteSource.require(digit >= 0);
            value = value * HEX + digit;
        }
        return (char) value;
    }

    /** Half of a pair is no character. */
    private static void requirePairs(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                ByteSource.require(
                        Character.isHighSurrogate(text.charAt(i))
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1)));
                i++;
            }
        }
    }
}
