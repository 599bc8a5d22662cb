package dev.gdwire.protocol.codec;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** Why a text does not fit: it is not found, or the search was given up; null when it fits. */
    @Nullable Fault faultIn(String text) {
        try {
            return pattern.matcher(new PatientText(text)).find()
                    ? null
                    : Fault.of(Words.pattern(this), Words.quote(text));
        } catch (PatientText.PatienceException | StackOverflowError e) {
            return Fault.of(Words.pattern(this), TOO_HARD);
        }
    }

    /** Whether it is found in a text; not when the search was given up. */
    boolean isFoundIn(String text) {
        return faultIn(text) == null;
    }
}
