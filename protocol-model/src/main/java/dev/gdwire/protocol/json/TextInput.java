package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;

/** Reads text that is more than plain ASCII. */
final class TextInput {
    private static final char REPLACEMENT = '\ufffd';

    private TextInput() {}

    /**
     * Reads text to its quote.
     *
     * @param start of the text
     * @param special where the first sign stands that is no plain ASCII
     */
    static String text(JsonInput in, byte[] bytes, int start, int special) {
        int at = special;
        boolean escapes = false;
        while (at < in.end() && bytes[at] != '"') {
            JsonInput.require(bytes[at] < 0 || bytes[at] >= ' ');
            if (bytes[at] == '\\') {
                escapes = true;
                at++;
            }
            at++;
        }
        JsonInput.require(at < in.end());
        String raw = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        // What is no UTF-8 was replaced; a text that has that character itself is rare.
        JsonInput.require(raw.indexOf(REPLACEMENT) < 0);
        in.moveTo(at + 1);
        return escapes ? unescaped(raw) : raw;
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            if (escape == 'u') {
                JsonInput.require(i + 4 < raw.length());
                text.append(hex(raw, i + 1));
                i += 4;
            } else {
                text.append(simple(escape));
            }
        }
        requirePairs(text);
        return text.toString();
    }

    private static char simple(char escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw JsonInput.miss();
        };
    }

    private static char hex(String raw, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            char c = raw.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            JsonInput.require(digit >= 0);
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private static void requirePairs(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                JsonInput.require(
                        Character.isHighSurrogate(c)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1)));
                i++;
            }
        }
    }
}
