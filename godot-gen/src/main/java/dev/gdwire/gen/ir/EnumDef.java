package dev.gdwire.gen.ir;

import dev.gdwire.gen.ir.Literal.NumberLiteral;
import dev.gdwire.gen.ir.Literal.StringLiteral;
import java.util.List;
import java.util.Optional;

/**
 * A set of scalar values with names: strings in most schemas, but numbers and booleans too.
 *
 * @param values in the order of the schema; no two are equal as JSON (1 and 1.0 are)
 * @param open the type of the values that are not listed; empty when all others are refused. It is
 *     a {@link TypeRef.StringRef}, {@link TypeRef.IntegerRef} or {@link TypeRef.NumberRef} that
 *     allows all that are listed.
 */
public record EnumDef(
        TypeName name, Source source, Doc doc, List<EnumValue> values, Optional<TypeRef> open)
        implements TypeDef {
    public EnumDef {
        values = List.copyOf(values);
    }

    /** A closed set of strings. */
    public static EnumDef ofTexts(TypeName name, Source source, Doc doc, List<String> texts) {
        List<EnumValue> values =
                texts.stream().<Literal>map(StringLiteral::new).map(EnumValue::of).toList();
        return new EnumDef(name, source, doc, values, Optional.empty());
    }

    /** What all values have in common. */
    public enum Kind {
        STRINGS,
        /** Integers within +-(2^53-1). */
        INTEGERS,
        /** Strings, numbers and booleans together, or numbers that are no integers. */
        MIXED
    }

    /** What all values have in common. */
    public Kind kind() {
        if (values.stream().allMatch(value -> value.value() instanceof StringLiteral)) {
            return Kind.STRINGS;
        }
        return values.stream().allMatch(value -> isInteger(value.value()))
                ? Kind.INTEGERS
                : Kind.MIXED;
    }

    /**
     * The values of an enum of strings.
     *
     * @throws IllegalStateException if it has others
     */
    public List<String> texts() {
        return values.stream()
                .map(
                        value ->
                                value.text()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalStateException(
                                                                name + " has others")))
                .toList();
    }

    private static boolean isInteger(Literal value) {
        return value instanceof NumberLiteral number
                && number.value().stripTrailingZeros().scale() <= 0
                && number.value().abs().toBigInteger().bitLength() <= 53;
    }
}
