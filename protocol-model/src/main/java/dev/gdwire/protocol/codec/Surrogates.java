package dev.gdwire.protocol.codec;

import static java.lang.Character.isHighSurrogate;
import static java.lang.Character.isLowSurrogate;

/**
 * Escapes such as {@code \}{@code ud83d} that say half of a character, which is no text; and those
 * whose digits are none, which the parser takes where the last byte of a character looks like one.
 */
final class Surrogates {
    private static final int ESCAPE_LENGTH = 6;

    private Surrogates() {}

    /** Where the first one is in bytes that the parser took; negative if there is none. */
    static int indexOf(byte[] json, int from, int to) {
        int i = from;
        while (i < to) {
            if (json[i] != '\\') {
                i++;
            } else if (json[i + 1] != 'u') {
                i += 2;
            } else if (!isHexadecimal(json, i)) {
                return i;
            } else if (isHighSurrogate(unit(json, i)) && isLowHalfAt(json, i + ESCAPE_LENGTH)) {
                i += 2 * ESCAPE_LENGTH;
            } else if (Character.isSurrogate(unit(json, i))) {
                return i;
            } else {
                i += ESCAPE_LENGTH;
            }
        }
        return -1;
    }

    /** Whether the four bytes behind the start of an escape are hexadecimal digits. */
    static boolean isHexadecimal(byte[] json, int escape) {
        for (int i = escape + 2; i < escape + ESCAPE_LENGTH; i++) {
            if (json[i] < 0 || Character.digit(json[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A string's quote is still to come, at least: one byte may be read beyond the escape. */
    private static boolean isLowHalfAt(byte[] json, int i) {
        return json[i] == '\\'
                && json[i + 1] == 'u'
                && isHexadecimal(json, i)
                && isLowSurrogate(unit(json, i));
    }

    private static char unit(byte[] json, int escape) {
        int unit = 0;
        for (int i = escape + 2; i < escape + ESCAPE_LENGTH; i++) {
            unit = unit << 4 | Character.digit(json[i], 16);
        }
        return (char) unit;
    }
}
