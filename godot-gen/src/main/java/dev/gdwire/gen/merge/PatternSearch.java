package dev.gdwire.gen.merge;

import dev.gdwire.gen.pattern.PortablePattern;
import java.util.regex.Pattern;

/** Searches for the patterns of schemas. */
public final class PatternSearch {
    private PatternSearch() {}

    /** Whether a pattern that was checked before is found in a text. */
    public static boolean finds(String pattern, String text) {
        return Pattern.compile(PortablePattern.ofChecked(pattern)).matcher(text).find();
    }
}
