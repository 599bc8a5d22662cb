package dev.gdwire.gen.link;

import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.gen.pattern.UnsupportedPatternException;
import java.util.regex.Pattern;

/** Searches for the patterns of schemas. */
final class Patterns {
    private Patterns() {}

    /** Whether a pattern that was checked before is found in a text. */
    static boolean finds(String pattern, String text) {
        try {
            return Pattern.compile(PortablePattern.translate(pattern)).matcher(text).find();
        } catch (UnsupportedPatternException e) {
            throw new IllegalStateException("patterns are checked before they are used", e);
        }
    }
}
