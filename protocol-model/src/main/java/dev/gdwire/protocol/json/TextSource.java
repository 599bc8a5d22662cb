package dev.gdwire.protocol.json;

import java.nio.charset.StandardCharsets;

/** Reads text. */
abstract sealed class TextSource extends NumberSource permits PackedSource {
    private static final int MOST_INT64_DIGITS = 19;
    private static final char REPLACEMENT = '\ufffd';

    /** Text. */
    public final String text() {
        int start = quote();
        int stop = plainEnd(start);
        if (bytes[stop] == '"') {
            position = stop + 1;
            return ascii(start, stop);
        }
        return richText(start, stop);
    }

    /**
     * Text that is one of some words.
     *
     * @return its index
     */
    public final int word(FieldNames words) {
        int start = quote();
        int index = words.quoted(bytes, start, end);
        if (index == FieldNames.NONE) {
            index = words.find(bytes, start, wordEnd(start));
            require(index != FieldNames.NONE);
        }
        position = start + words.word(index).length + 1;
        return index;
    }

    /** A 64-bit integer as text. */
    public final long int64() {
        int start = quote();
        int stop = plainEnd(start);
        require(bytes[stop] == '"');
        boolean negative = start < stop && bytes[start] == '-';
        int digits = negative ? start + 1 : start;
        requireDigits(digits, stop);
        require(stop - digits <= MOST_INT64_DIGITS && !(negative && bytes[digits] == '0'));
        // So many digits stay below 2^64; the upper half of that is beyond the range, but for one.
        long value = 0;
        for (int at = digits; at < stop; at++) {
            require(isDigit(bytes[at]));
            value = value * 10 + (bytes[at] - '0');
        }
        require(value >= 0 || negative && value == Long.MIN_VALUE);
        position = stop + 1;
        return negative ? -value : value;
    }

    /** Text that is looked at only to see that it is JSON. */
    final void skipText() {
        int start = quote();
        int stop = plainEnd(start);
        if (bytes[stop] == '"') {
            position = stop + 1;
        } else {
            richText(start, stop);
        }
    }

    /** Where the text starts whose quote is next. */
    final int quote() {
        require(next() == '"');
        return position + 1;
    }

    /** Where the quote is behind text without escapes. */
    final int wordEnd(int start) {
        int at = plainEnd(start);
        while (bytes[at] < 0) {
            at = plainEnd(at + 1);
        }
        require(bytes[at] == '"');
        return at;
    }

    /** Where the first quote, backslash, control character or byte beyond ASCII is. */
    final int plainEnd(int start) {
        int at = start;
        // Beyond the end too, as long as there are bytes: what is found there does not count.
        while (at + Long.BYTES <= bytes.length) {
            long special = Words8.special(Words8.at(bytes, at));
            if (special != 0) {
                int found = at + Words8.first(special);
                require(found < end);
                return found;
            }
            at += Long.BYTES;
        }
        while (at < end) {
            byte sign = bytes[at];
            if (sign < ' ' || sign == '"' || sign == '\\') {
                return at;
            }
            at++;
        }
        throw Miss.INSTANCE;
    }

    /**
     * Text with escapes, or of more than ASCII.
     *
     * @param special where the first sign stands that is no plain ASCII
     */
    private String richText(int start, int special) {
        boolean escapes = false;
        int at = special;
        while (bytes[at] != '"') {
            require(bytes[at] < 0 || bytes[at] == '\\');
            if (bytes[at] == '\\') {
                escapes = true;
                at++;
            }
            at = plainEnd(at + 1);
        }
        String raw = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        // What is no UTF-8 was replaced; a text that has that character itself is rare.
        require(raw.indexOf(REPLACEMENT) < 0);
        position = at + 1;
        return escapes ? Escapes.without(raw) : raw;
    }
}
