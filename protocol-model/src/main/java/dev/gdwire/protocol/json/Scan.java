package dev.gdwire.protocol.json;

/**
 * Finds ends of values without looking at what is in them, for values that are read, or have been
 * read, in another way.
 */
final class Scan {
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

    /** Where the next quote, bracket or comma is, or the end. */
    static int nextSeparator(byte[] bytes, int start, int end) {
        int at = start;
        while (at + Long.BYTES <= end) {
            long marks = Words8.separators(Words8.at(bytes, at));
            if (marks != 0) {
                return at + Words8.first(marks);
            }
            at += Long.BYTES;
        }
        while (at < end && bytes[at] != ',' && !isMark(bytes[at])) {
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
