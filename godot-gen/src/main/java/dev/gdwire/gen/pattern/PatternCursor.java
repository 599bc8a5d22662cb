package dev.gdwire.gen.pattern;

/** A place in a pattern, moved on as parts are read. */
final class PatternCursor {
    static final int NONE = -1;

    private final int[] points;
    private int at;

    PatternCursor(String pattern) {
        this.points = pattern.codePoints().toArray();
    }

    boolean atEnd() {
        return at >= points.length;
    }

    int position() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }

    /** What was read since a position. */
    String since(int position) {
        return new String(points, position, at - position);
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < points.length ? points[at + ahead] : NONE;
    }

    int next() {
        return points[at++];
    }

    boolean take(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (peek(i) != expected.charAt(i)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /** A decimal number, at most the largest int; none if there is no digit. */
    int number() {
        if (!atDigit()) {
            return NONE;
        }
        long number = 0;
        while (atDigit()) {
            number = Math.min(number * 10 + (next() - '0'), Integer.MAX_VALUE);
        }
        return (int) number;
    }

    /** So many hexadecimal digits; none, and nothing is read, if there are fewer. */
    int hex(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = peek(i) < 0x80 ? Character.digit(peek(i), 16) : NONE;
            if (digit < 0) {
                return NONE;
            }
            value = value * 16 + digit;
        }
        at += digits;
        return value;
    }
}
