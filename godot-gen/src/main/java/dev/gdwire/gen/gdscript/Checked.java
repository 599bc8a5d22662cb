package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;

/** Types without the rules beside them, for all that reads and writes values. */
final class Checked {
    private Checked() {}

    /** The type, and the types in it, without {@link TypeRef.CheckedRef}. */
    static TypeRef strip(TypeRef type) {
        if (type instanceof TypeRef.CheckedRef checked) {
            return strip(checked.type());
        } else if (type instanceof TypeRef.ListRef list) {
            return new TypeRef.ListRef(
                    strip(list.items()), list.minItems(), list.maxItems(), list.unique());
        } else if (type instanceof TypeRef.MapRef map) {
            return new TypeRef.MapRef(
                    strip(map.values()), map.minProperties(), map.maxProperties());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            return new TypeRef.NullableRef(strip(nullable.type()));
        }
        return type;
    }
}
