package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.TypeRef;

/** Looks through the layers of a type at a place of use. */
final class Refs {
    private Refs() {}

    /** The type without the rule beside it. */
    static TypeRef unchecked(TypeRef ref) {
        return ref instanceof TypeRef.CheckedRef checked ? checked.type() : ref;
    }

    /** The type of a value when it is not null. */
    static TypeRef value(TypeRef ref) {
        return ref instanceof TypeRef.NullableRef nullable ? nullable.type() : ref;
    }

    /** The type that lists, maps, null and rules are around. */
    static TypeRef leaf(TypeRef ref) {
        if (ref instanceof TypeRef.NullableRef nullable) {
            return leaf(nullable.type());
        }
        if (ref instanceof TypeRef.CheckedRef checked) {
            return leaf(checked.type());
        }
        if (ref instanceof TypeRef.ListRef list) {
            return leaf(list.items());
        }
        return ref instanceof TypeRef.MapRef map ? leaf(map.values()) : ref;
    }
}
