package dev.gdwire.gen.pattern;

/**
 * Translates a pattern of ECMA 262 (with the flag {@code u}, as JSON Schema asks) into one that
 * java.util.regex and PCRE2 read alike, without flags. Supported are literals, {@code .}, classes,
 * {@code \d \w \s} and their opposites, groups, alternatives, lookahead, anchors and quantifiers.
 * All else differs between the three, or is easily misread, and is refused: named groups,
 * lookbehind, back references, word boundaries, properties of characters.
 */
public final class PortablePattern {
    private static final int MOST_REPEATS = 1000;

    /** What {@code .} matches: all but the line ends of ECMA 262. */
    private static final String ANY = "[^\\n\\r\\x{2028}\\x{2029}]";

    private final PatternCursor in;
    private final StringBuilder out = new StringBuilder();

    private PortablePattern(String pattern) {
        this.in = new PatternCursor(pattern);
    }

    /**
     * The pattern in the common dialect. It is searched for in the text, as the original is.
     *
     * @throws UnsupportedPatternException if a part of it is not supported
     */
    public static String translate(String pattern) throws UnsupportedPatternException {
        PortablePattern translator = new PortablePattern(pattern);
        translator.alternatives(0);
        if (!translator.in.atEnd()) {
            throw new UnsupportedPatternException("\")\" closes nothing");
        }
        return translator.out.toString();
    }

    /**
     * The same for a pattern that the loader has accepted.
     *
     * @throws IllegalStateException if it was not checked
     */
    public static String ofChecked(String pattern) {
        try {
            return translate(pattern);
        } catch (UnsupportedPatternException e) {
            throw new IllegalStateException("patterns are checked before they are used", e);
        }
    }

    private void alternatives(int depth) throws UnsupportedPatternException {
        if (depth > 50) {
            throw new UnsupportedPatternException("groups are nested too deep");
        }
        while (!in.atEnd() && in.peek() != ')') {
            if (in.peek() == '|') {
                out.append((char) in.next());
            } else {
                term(depth);
            }
        }
    }

    private void term(int depth) throws UnsupportedPatternException {
        int c = in.next();
        switch (c) {
            case '^' -> anchor("\\A", "^");
            // Not "$": it also matches before a last newline elsewhere.
            case '$' -> anchor("\\z", "$");
            case '.' -> quantified(ANY);
            case '(' -> group(depth);
            case '[' -> quantified(new PatternClass(in).translate());
            case '\\' -> quantified(escape());
            case '*', '+', '?', '{' ->
                    throw new UnsupportedPatternException("\"" + (char) c + "\" repeats nothing");
            case ']', '}' ->
                    throw new UnsupportedPatternException(
                            "\"" + (char) c + "\" must be written \"\\" + (char) c + "\"");
            default -> quantified(PatternCursor.literal(c));
        }
    }

    private void anchor(String translated, String original) throws UnsupportedPatternException {
        out.append(translated);
        if (in.atQuantifier()) {
            throw new UnsupportedPatternException("\"" + original + "\" cannot be repeated");
        }
    }

    private String escape() throws UnsupportedPatternException {
        String shorthand = PatternClass.shorthand(in);
        return shorthand != null ? shorthand : PatternCursor.literal(in.escaped());
    }

    private void group(int depth) throws UnsupportedPatternException {
        boolean lookahead = false;
        if (in.take("?:")) {
            out.append("(?:");
        } else if (in.take("?=")) {
            lookahead = true;
            out.append("(?=");
        } else if (in.take("?!")) {
            lookahead = true;
            out.append("(?!");
        } else if (in.take("?")) {
            throw new UnsupportedPatternException(
                    "named groups, lookbehind and flags are read differently in Java and Godot");
        } else {
            out.append("(?:");
        }
        alternatives(depth + 1);
        if (in.atEnd()) {
            throw new UnsupportedPatternException("\"(\" is not closed");
        }
        in.next();
        if (lookahead) {
            anchor(")", "(?=...)");
        } else {
            quantified(")");
        }
    }

    private void quantified(String atom) throws UnsupportedPatternException {
        out.append(atom);
        if (!in.atQuantifier()) {
            return;
        }
        int c = in.next();
        if (c == '{') {
            repeats();
        } else {
            out.append((char) c);
        }
        if (in.take("?")) {
            out.append('?');
        }
        if (in.atQuantifier()) {
            throw new UnsupportedPatternException("a quantifier follows another");
        }
    }

    private void repeats() throws UnsupportedPatternException {
        int least = in.count();
        out.append('{').append(least);
        if (in.take(",")) {
            out.append(',');
            if (!in.atEnd() && in.peek() != '}') {
                int most = in.count();
                out.append(most);
                if (most < least) {
                    throw new UnsupportedPatternException("the repeats are out of order");
                }
                least = most;
            }
        }
        if (!in.take("}")) {
            throw new UnsupportedPatternException("\"{\" is not closed");
        }
        if (least > MOST_REPEATS) {
            throw new UnsupportedPatternException("more than " + MOST_REPEATS + " repeats");
        }
        out.append('}');
    }
}
