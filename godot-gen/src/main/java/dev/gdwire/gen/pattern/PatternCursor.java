package dev.gdwire.gen.pattern;

/** A place in a pattern, moved on as parts are read. */
final class PatternCursor {
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final int NONE = -1;

    private final int[] points;
    private int at;

    PatternCursor(String pattern) {
        this.points = pattern.codePoints().toArray();
    }

    boolean atEnd() {
        return at >= points.length;
    }

    int peek() {
        return atEnd() ? NONE : points[at];
    }

    int next() {
        return points[at++];
    }

    boolean atQuantifier() {
        int c = peek();
        return c == '*' || c == '+' || c == '?' || c == '{';
    }

    boolean take(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (at + i >= points.length || points[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        at += expected.length();
        return true;
    }

    /** A number of at most four digits. */
    int count() throws UnsupportedPatternException {
        int count = 0;
        int digits = 0;
        while (peek() >= '0' && peek() <= '9' && digits < 4) {
            count = count * 10 + (next() - '0');
            digits++;
        }
        if (digits == 0) {
            throw new UnsupportedPatternException("a number of repeats is missing after \"{\"");
        }
        return count;
    }

    /** The character that an escape stands for; the backslash is read already. */
    int escaped() throws UnsupportedPatternException {
        if (atEnd()) {
            throw new UnsupportedPatternException("it ends with a backslash");
        }
        int c = next();
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            case 'x' -> hex(2);
            case 'u' -> unicode();
            default -> {
                if (SYNTAX.indexOf(c) < 0 && c != '-') {
                    throw new UnsupportedPatternException(
                            "\"\\"
                                    + Character.toString(c)
                                    + "\" is read differently in Java and Godot");
                }
                yield c;
            }
        };
    }

    private int unicode() throws UnsupportedPatternException {
        if (take("{")) {
            int point = 0;
            while (peek() != '}' && point <= Character.MAX_CODE_POINT) {
                point = point * 16 + hex(1);
            }
            if (!take("}") || point > Character.MAX_CODE_POINT) {
                throw new UnsupportedPatternException("\"\\u{\" names no character");
            }
            return checkSurrogate(point);
        }
        int unit = hex(4);
        if (Character.isHighSurrogate((char) unit) && take("\\u")) {
            int low = hex(4);
            if (Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) unit, (char) low);
            }
        }
        return checkSurrogate(unit);
    }

    private static int checkSurrogate(int point) throws UnsupportedPatternException {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new UnsupportedPatternException("half a surrogate pair is no character");
        }
        return point;
    }

    private int hex(int digits) throws UnsupportedPatternException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = peek() < 0x80 ? Character.digit(peek(), 16) : NONE;
            if (digit < 0) {
                throw new UnsupportedPatternException("hexadecimal digits are missing");
            }
            at++;
            value = value * 16 + digit;
        }
        return value;
    }

    /** A character as both dialects write it, in a class and outside of one. */
    static String literal(int c) {
        boolean plain =
                c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        if (plain || c == ' ') {
            return Character.toString(c);
        }
        return c > ' ' && c < 0x7F ? "\\" + (char) c : String.format("\\x{%X}", c);
    }
}
