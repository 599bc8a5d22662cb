package dev.gdwire.gen.ir;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** What a value can be, at one place of use: a type with its limits. */
public sealed interface TypeRef {
    /** {@code true} or {@code false}. */
    record BooleanRef() implements TypeRef {}

    /** An integer; whatever its limits, its width alone chooses the language's type. */
    record IntegerRef(IntegerWidth width, NumberLimits limits) implements TypeRef {}

    /** Width of an integer that travels as a JSON number. */
    enum IntegerWidth {
        /** {@code format: int32}. */
        INT32,
        /** All integers that a double holds exactly: -(2^53-1) to 2^53-1. */
        INT53
    }

    /** A 64-bit integer that travels as a decimal string: {@code format: int64} of a string. */
    record Int64StringRef() implements TypeRef {}

    /** A finite number. */
    record NumberRef(NumberPrecision precision, NumberLimits limits) implements TypeRef {}

    /** Precision of a number. */
    enum NumberPrecision {
        /** {@code format: float}: 32-bit IEEE 754. */
        FLOAT32,
        /** 64-bit IEEE 754. */
        FLOAT64
    }

    /** Limits of a number; exclusive ones are as in drafts 06 and later. */
    record NumberLimits(
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> maximum,
            Optional<BigDecimal> exclusiveMinimum,
            Optional<BigDecimal> exclusiveMaximum,
            Optional<BigDecimal> multipleOf) {
        /** Any number. */
        public static final NumberLimits NONE =
                new NumberLimits(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /**
     * Text.
     *
     * @param minLength in Unicode code points
     * @param maxLength in Unicode code points
     * @param pattern ECMA 262 regular expression that is found somewhere in the text
     * @param format checked, and the text stays text
     */
    record StringRef(
            OptionalInt minLength,
            OptionalInt maxLength,
            Optional<String> pattern,
            Optional<TextFormat> format)
            implements TypeRef {
        /** Text of any format. */
        public StringRef(OptionalInt minLength, OptionalInt maxLength, Optional<String> pattern) {
            this(minLength, maxLength, pattern, Optional.empty());
        }
    }

    /** Text of a format and no other limits, which a language may read into a type of its own. */
    record FormatRef(TextFormat format) implements TypeRef {}

    /** Numbers as little-endian bytes in base64 (RFC 4648, section 4, padded). */
    record PackedRef(PackedKind kind) implements TypeRef {}

    /** What packed bytes hold: {@code x-gdwire.packed}. */
    enum PackedKind {
        FLOAT32,
        FLOAT64,
        INT32,
        UINT8
    }

    /** Exactly one scalar value (a string, a number, a boolean or null). */
    record ConstRef(Literal value) implements TypeRef {}

    /** A {@link TypeDef} of the same protocol, or a message's record. */
    record NamedRef(TypeName name) implements TypeRef {}

    /** A type of Godot's own. */
    record NativeRef(NativeType type) implements TypeRef {}

    /** A list. */
    record ListRef(TypeRef items, OptionalInt minItems, OptionalInt maxItems, boolean unique)
            implements TypeRef {}

    /** An object whose members are all of one type, under any names. */
    record MapRef(TypeRef values, OptionalInt minProperties, OptionalInt maxProperties)
            implements TypeRef {}

    /** The type or null; never nested in itself, and never around a {@link JsonRef}. */
    record NullableRef(TypeRef type) implements TypeRef {}

    /** Any JSON value, null too, that fits the rule. */
    record JsonRef(Rule rule) implements TypeRef {}

    /**
     * A value of the type whose JSON fits the rule too; the rule is checked after all that the type
     * says. The type is neither nullable, nor a {@link JsonRef}, nor checked itself.
     */
    record CheckedRef(TypeRef type, Rule rule) implements TypeRef {}
}
