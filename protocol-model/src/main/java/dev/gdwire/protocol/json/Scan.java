package dev.gdwire.protocol.json;

import java.util.Arrays;

/**
 * Finds ends of values without looking at what is in them, for values that are read, or have been
 * read, in another way.
 */
final class Scan {
    /** A longer text is no tag. */
    private static final int MOST_LAST_TEXT = 256;

    private Scan() {}

    /** Where the text's quote is, or the end. */
    static int textEnd(byte[] bytes, int start, int end) {
        int at = nextQuoteOrBackslash(bytes, start, end);
        while (at < end && bytes[at] == '\\') {
            at = nextQuoteOrBackslash(bytes, at + 2, end);
        }
        return Math.min(at, end);
    }

    private static int nextQuoteOrBackslash(byte[] bytes, int start, int end) {
        int at = start;
        while (at + Long.BYTES <= end) {
            long marks = Words8.quotesAndBackslashes(Words8.at(bytes, at));
            if (marks != 0) {
                return at + Words8.first(marks);
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /**
     * Where the text starts that an object ends with, if it has that name and no white space is
     * around; else 0. In JSON no escape can look so, since a quote in a text has a backslash.
     *
     * @param start behind the object's bracket
     */
    static int lastText(byte[] bytes, int start, int end, byte[] name) {
        int stop = end - 2;
        if (stop < start || bytes[stop] != '"' || bytes[stop + 1] != '}') {
            return 0;
        }
        int least = Math.max(start, stop - MOST_LAST_TEXT);
        int quote = stop - 1;
        while (quote > least && bytes[quote] != '"') {
            quote--;
        }
        int nameStart = quote - 2 - name.length;
        boolean isNamed =
                nameStart > start
                        && bytes[quote] == '"'
                        && bytes[quote - 1] == ':'
                        && bytes[quote - 2] == '"'
                        && bytes[nameStart - 1] == '"'
                        && bytes[nameStart - 2] == ','
                        && Arrays.equals(bytes, nameStart, quote - 2, name, 0, name.length);
        return isNamed ? quote : 0;
    }

    /** The place behind an object or array, or the end. */
    static int containerEnd(byte[] bytes, int start, int end) {
        int open = 0;
        int at = start;
        while (at < end) {
            at = nextMark(bytes, at, end);
            if (at < end) {
                switch (bytes[at]) {
                    case '"' -> at = textEnd(bytes, at + 1, end);
                    case '{', '[' -> open++;
                    default -> open--;
                }
                at++;
            }
            if (open == 0) {
                return Math.min(at, end);
            }
        }
        return end;
    }

    /** Where a number or a word ends. */
    static int plainEnd(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != ',' && bytes[at] != '}' && bytes[at] > ' ') {
            at++;
        }
        return at;
    }

    private static int nextMark(byte[] bytes, int start, int end) {
        int at = start;
        while (at + Long.BYTES <= end) {
            long marks = Words8.quotesAndBrackets(Words8.at(bytes, at));
            if (marks != 0) {
                return at + Words8.first(marks);
            }
            at += Long.BYTES;
        }
        while (at < end && !isMark(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isMark(byte sign) {
        int brace = sign | 0x20;
        return sign == '"' || brace == '{' || brace == '}';
    }
}
