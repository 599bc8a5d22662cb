package dev.gdwire.gen.ir;

import java.util.Optional;

/**
 * One value of an enum.
 *
 * @param value a string, a number or a boolean
 * @param doc words for people
 * @param name the name that the schema wishes for its constant, in any case
 */
public record EnumValue(Literal value, Doc doc, Optional<String> name) {
    /** A value without words and wishes. */
    public static EnumValue of(Literal value) {
        return new EnumValue(value, Doc.NONE, Optional.empty());
    }

    /** The value if it is a string. */
    public Optional<String> text() {
        return value instanceof Literal.StringLiteral string
                ? Optional.of(string.value())
                : Optional.empty();
    }
}
