package dev.gdwire.protocol.codec;

import java.util.regex.Pattern;

/**
 * A regular expression of a schema.
 *
 * @param source as the schema has it (ECMA 262)
 * @param pattern the same for Java
 */
public record TextPattern(String source, Pattern pattern) {
    /** A pattern from its two spellings. */
    public static TextPattern of(String source, String java) {
        return new TextPattern(source, Pattern.compile(java));
    }

    /** A pattern that is spelled the same in both. */
    public static TextPattern of(String source) {
        return of(source, source);
    }

    boolean isFoundIn(String text) {
        return pattern.matcher(text).find();
    }
}
