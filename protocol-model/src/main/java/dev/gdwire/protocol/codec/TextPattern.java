package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import java.util.regex.Pattern;

/**
 * A regular expression of a schema. Some of them take longer than anybody can wait on some texts: a
 * search that looks at 10 million characters, or comes too deep for the stack, is given up.
 *
 * @param source as the schema has it (ECMA 262)
 * @param pattern the same for Java
 */
public record TextPattern(String source, Pattern pattern) {
    /** What a search that is given up has got, in the words of a fault. */
    static final String TOO_HARD = "text that takes too long to match";

    /** A pattern from its two spellings. */
    public static TextPattern of(String source, String java) {
        return new TextPattern(source, Pattern.compile(java));
    }

    /** A pattern that is spelled the same in both. */
    public static TextPattern of(String source) {
        return of(source, source);
    }

    /**
     * Whether it is found in a text.
     *
     * @throws InvalidValueException if the search is given up: then nobody knows
     */
    boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new PatientText(text)).find();
        } catch (PatientText.PatienceException | StackOverflowError e) {
            throw new InvalidValueException("", Words.pattern(this), TOO_HARD);
        }
    }
}
