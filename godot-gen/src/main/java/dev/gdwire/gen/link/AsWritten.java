package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Types that keep values apart which differ as JSON, for what is compared or looked into as a
 * whole: two texts may mean one instant, and two numbers be equal in 32 bits.
 */
final class AsWritten {
    private AsWritten() {}

    static TypeRef of(TypeRef type) {
        if (type instanceof TypeRef.FormatRef format) {
            return new TypeRef.StringRef(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.of(format.format()));
        }
        if (type instanceof TypeRef.NumberRef number) {
            return new TypeRef.NumberRef(NumberPrecision.FLOAT64, number.limits());
        }
        if (type instanceof TypeRef.NullableRef nullable) {
            return new TypeRef.NullableRef(of(nullable.type()));
        }
        if (type instanceof TypeRef.ListRef list) {
            return new TypeRef.ListRef(
                    of(list.items()), list.minItems(), list.maxItems(), list.unique());
        }
        if (type instanceof TypeRef.MapRef map) {
            return new TypeRef.MapRef(of(map.values()), map.minProperties(), map.maxProperties());
        }
        return type instanceof TypeRef.CheckedRef checked
                ? new TypeRef.CheckedRef(of(checked.type()), checked.rule())
                : type;
    }
}
