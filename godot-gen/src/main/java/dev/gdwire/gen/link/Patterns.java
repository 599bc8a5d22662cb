package dev.gdwire.gen.link;

import dev.gdwire.gen.pattern.PortablePattern;
import java.util.regex.Pattern;

/** Searches for the patterns of schemas. */
final class Patterns {
    private Patterns() {}

    /** Whether a pattern that was checked before is found in a text. */
    static boolean finds(String pattern, String text) {
        return Pattern.compile(PortablePattern.ofChecked(pattern)).matcher(text).find();
    }
}
