package dev.gdwire.gen.pattern;

/**
 * Translates a pattern of ECMA 262 into one that java.util.regex and PCRE2 read alike, without
 * flags. It is found in the same texts; where it is found, and what its groups hold, is not kept.
 *
 * <p>Patterns are read with the flag {@code u}, as JSON Schema asks. One that is wrong with it and
 * right without it (Annex B) is read by that grammar: {@code \_ \-} and brackets that close nothing
 * stand for themselves. Its characters are whole ones all the same. Refused is what cannot be said
 * alike: lookbehind over texts of several lengths, references to groups that may not have matched,
 * some properties of characters, and what ECMA 262 does not have.
 */
public final class PortablePattern {
    private static final int LARGEST = 200_000;

    private PortablePattern() {}

    /**
     * The pattern in the common dialect. It is searched for in the text, as the original is.
     *
     * @throws UnsupportedPatternException if a part of it is not supported
     */
    public static String translate(String pattern) throws UnsupportedPatternException {
        PatternNode root = parse(pattern);
        if (root.size() > LARGEST) {
            throw new UnsupportedPatternException(
                    "written without repeats of groups it has more than " + LARGEST + " parts");
        }
        return PatternWriter.write(SearchTrimmer.trim(root));
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

    private static PatternNode parse(String pattern) throws UnsupportedPatternException {
        try {
            return PatternParser.parse(pattern, Dialect.UNICODE);
        } catch (NoPatternException unicode) {
            return PatternParser.parse(pattern, Dialect.LENIENT);
        }
    }
}
