package dev.gdwire.gen.pattern;

/** What stands for one character, or for a set of them, after a backslash. */
final class EscapeParser {
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private static final CharSet DIGITS = CharSet.range('0', '9');
    private static final CharSet WORDS =
            DIGITS.with(CharSet.range('A', 'Z'))
                    .with(CharSet.range('a', 'z'))
                    .with(CharSet.of('_'));

    /** White space and line ends of ECMA 262. */
    private static final CharSet SPACES =
            CharSet.range(0x9, 0xD)
                    .with(CharSet.of(' '))
                    .with(CharSet.of(0xA0))
                    .with(CharSet.of(0x1680))
                    .with(CharSet.range(0x2000, 0x200A))
                    .with(CharSet.range(0x2028, 0x2029))
                    .with(CharSet.of(0x202F))
                    .with(CharSet.of(0x205F))
                    .with(CharSet.of(0x3000))
                    .with(CharSet.of(0xFEFF));

    private final PatternCursor in;
    private final Dialect dialect;

    EscapeParser(PatternCursor in, Dialect dialect) {
        this.in = in;
        this.dialect = dialect;
    }

    /** A set such as {@code \d}; null, and nothing is read, if none follows the backslash. */
    CharSet set() throws UnsupportedPatternException {
        CharSet set =
                switch (in.peek()) {
                    case 'd', 'D' -> DIGITS;
                    case 'w', 'W' -> WORDS;
                    case 's', 'S' -> SPACES;
                    case 'p', 'P' -> CharSet.NONE;
                    default -> null;
                };
        if (set == null) {
            return null;
        }
        int letter = in.next();
        if (letter == 'p' || letter == 'P') {
            set = property();
        }
        return Character.isUpperCase(letter) ? set.complement() : set;
    }

    private CharSet property() throws UnsupportedPatternException {
        if (dialect == Dialect.LENIENT) {
            throw new UnsupportedPatternException(
                    "\"\\p\" names a property only with the flag \"u\", with which other parts of"
                            + " the pattern are wrong");
        }
        int start = in.position();
        if (in.take("{")) {
            while (!in.atEnd() && in.peek() != '}') {
                in.next();
            }
            if (in.take("}")) {
                String braced = in.since(start);
                return UnicodeProperties.find(braced.substring(1, braced.length() - 1));
            }
        }
        throw new NoPatternException("\"\\p\" names no property");
    }

    /** The character that an escape stands for, inside of a class or outside. */
    int character() throws UnsupportedPatternException {
        if (in.atEnd()) {
            throw new NoPatternException("it ends with a backslash");
        }
        int start = in.position();
        int c = in.next();
        int point =
                switch (c) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 'f' -> '\f';
                    case 'v' -> 0x0B;
                    case '0' -> in.atDigit() ? PatternCursor.NONE : 0;
                    case 'c' -> control();
                    case 'x' -> in.hex(2);
                    case 'u' -> unicode();
                    default -> identity(c);
                };
        if (point == PatternCursor.NONE) {
            throw refused(in.since(start));
        }
        return point;
    }

    private UnsupportedPatternException refused(String escape) {
        return dialect == Dialect.UNICODE
                ? new NoPatternException("\"\\" + escape + "\" is no escape")
                : new UnsupportedPatternException("\"\\" + escape + "\" is no escape of ECMA 262");
    }

    private int identity(int c) {
        if (dialect == Dialect.UNICODE) {
            return SYNTAX.indexOf(c) >= 0 ? c : PatternCursor.NONE;
        }
        // A letter or digit would stand for itself, but who wrote it meant another dialect.
        return c < 0x80 && Character.isLetterOrDigit(c) ? PatternCursor.NONE : c;
    }

    private int control() {
        int letter = in.peek();
        boolean isLetter = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
        return isLetter ? in.next() % 32 : PatternCursor.NONE;
    }

    private int unicode() throws UnsupportedPatternException {
        if (in.peek() == '{') {
            return dialect == Dialect.UNICODE ? braced() : PatternCursor.NONE;
        }
        int unit = in.hex(4);
        if (unit != PatternCursor.NONE && Character.isHighSurrogate((char) unit)) {
            int position = in.position();
            int low = in.take("\\u") ? in.hex(4) : PatternCursor.NONE;
            if (low != PatternCursor.NONE && Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) unit, (char) low);
            }
            in.backTo(position);
        }
        return unit;
    }

    private int braced() {
        in.next();
        int point = 0;
        int digits = 0;
        while (in.peek() != '}') {
            int digit = in.hex(1);
            point = point * 16 + digit;
            digits++;
            if (digit == PatternCursor.NONE || point > Character.MAX_CODE_POINT) {
                return PatternCursor.NONE;
            }
        }
        in.next();
        return digits > 0 ? point : PatternCursor.NONE;
    }
}
