package dev.gdwire.gen.pattern;

/** A class of characters, such as {@code [a-z_]}. */
final class PatternClass {
    private static final String DIGITS = "0-9";
    private static final String WORDS = "A-Za-z0-9_";

    /** White space and line ends of ECMA 262. */
    private static final String SPACES =
            "\\x{9}-\\x{D} \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}"
                    + "\\x{3000}\\x{FEFF}";

    private final PatternCursor in;
    private final StringBuilder out = new StringBuilder("[");

    /** The bracket is read already. */
    PatternClass(PatternCursor in) {
        this.in = in;
    }

    /** A shorthand such as {@code \d} as a class; null when none follows the backslash. */
    static String shorthand(PatternCursor in) {
        String members = members(in.peek() | 0x20);
        if (members == null) {
            return null;
        }
        boolean opposite = Character.isUpperCase(in.next());
        return (opposite ? "[^" : "[") + members + "]";
    }

    private static String members(int letter) {
        return switch (letter) {
            case 'd' -> DIGITS;
            case 'w' -> WORDS;
            case 's' -> SPACES;
            default -> null;
        };
    }

    String translate() throws UnsupportedPatternException {
        if (in.take("^")) {
            out.append('^');
        }
        if (in.peek() == ']') {
            throw new UnsupportedPatternException("a class without members is read differently");
        }
        while (!in.take("]")) {
            if (in.atEnd()) {
                throw new UnsupportedPatternException("\"[\" is not closed");
            }
            member();
        }
        return out.append(']').toString();
    }

    private void member() throws UnsupportedPatternException {
        boolean escaped = in.take("\\");
        String members = escaped ? members(in.peek()) : null;
        if (members != null) {
            in.next();
            out.append(members);
            if (in.peek() == '-') {
                throw new UnsupportedPatternException("a range starts with a shorthand");
            }
            return;
        }
        int from = escaped ? in.escaped() : in.next();
        out.append(PatternCursor.literal(from));
        if (!in.take("-")) {
            return;
        }
        if (in.peek() == ']') {
            out.append("\\-");
            return;
        }
        if (in.atEnd()) {
            throw new UnsupportedPatternException("\"[\" is not closed");
        }
        int to = in.take("\\") ? in.escaped() : in.next();
        if (to < from) {
            throw new UnsupportedPatternException("a range of characters is out of order");
        }
        out.append('-').append(PatternCursor.literal(to));
    }
}
