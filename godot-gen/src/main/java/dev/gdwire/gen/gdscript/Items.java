package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.TypeRef;
import java.util.Optional;

/** What lists and maps hold. */
final class Items {
    private Items() {}

    /** The type of the items or members, without null; empty when the type holds none. */
    static Optional<TypeRef> of(TypeRef type) {
        return withNull(type)
                .map(item -> item instanceof TypeRef.NullableRef outer ? outer.type() : item);
    }

    /** The type of the items or members. */
    static Optional<TypeRef> withNull(TypeRef type) {
        if (type instanceof TypeRef.ListRef list) {
            return Optional.of(list.items());
        } else if (type instanceof TypeRef.MapRef map) {
            return Optional.of(map.values());
        }
        return type instanceof TypeRef.CheckedRef checked
                ? withNull(checked.type())
                : Optional.empty();
    }

    /** How many lists and maps the type is, one in another. */
    static int levels(TypeRef type) {
        return of(type).map(item -> 1 + levels(item)).orElse(0);
    }
}
