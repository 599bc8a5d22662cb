package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import dev.gdwire.gen.merge.NumberFormats;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Types that keep values apart which differ as JSON, for what is compared or looked into as a
 * whole: two texts may mean one instant, and two numbers be equal in 32 bits.
 */
final class AsWritten {
    private AsWritten() {}

    static TypeRef of(TypeRef type) {
        return of(type, true);
    }

    /** Texts only: numbers of 32 bits stay what they are, and are compared as such. */
    static TypeRef ofTexts(TypeRef type) {
        return of(type, false);
    }

    private static TypeRef of(TypeRef type, boolean numbers) {
        if (type instanceof TypeRef.FormatRef format) {
            return new TypeRef.StringRef(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.of(format.format()));
        }
        if (type instanceof TypeRef.NumberRef number) {
            boolean narrow = number.precision() == NumberPrecision.FLOAT32;
            return narrow && numbers ? wide(number.limits()) : number;
        }
        if (type instanceof TypeRef.NullableRef nullable) {
            return new TypeRef.NullableRef(of(nullable.type(), numbers));
        }
        if (type instanceof TypeRef.ListRef list) {
            return new TypeRef.ListRef(
                    of(list.items(), numbers), list.minItems(), list.maxItems(), list.unique());
        }
        if (type instanceof TypeRef.MapRef map) {
            return new TypeRef.MapRef(
                    of(map.values(), numbers), map.minProperties(), map.maxProperties());
        }
        return type instanceof TypeRef.CheckedRef checked
                ? new TypeRef.CheckedRef(of(checked.type(), numbers), checked.rule())
                : type;
    }

    /** A number that 32 bits could hold. */
    private static TypeRef wide(TypeRef.NumberLimits limits) {
        return new TypeRef.NumberRef(
                NumberPrecision.FLOAT64,
                new TypeRef.NumberLimits(
                        limits.minimum(),
                        limits.maximum(),
                        Optional.of(
                                limits.exclusiveMinimum()
                                        .orElse(NumberFormats.FLOAT32_OVERFLOW.negate())
                                        .max(NumberFormats.FLOAT32_OVERFLOW.negate())),
                        Optional.of(
                                limits.exclusiveMaximum()
                                        .orElse(NumberFormats.FLOAT32_OVERFLOW)
                                        .min(NumberFormats.FLOAT32_OVERFLOW)),
                        limits.multipleOf()));
    }
}
