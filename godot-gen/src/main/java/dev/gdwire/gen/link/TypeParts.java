package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What types are made of. */
final class TypeParts {
    private TypeParts() {}

    /** The types of a type's fields, members, items and cases. */
    static List<TypeRef> of(TypeDef type) {
        List<TypeRef> parts = new ArrayList<>();
        if (type instanceof RecordDef object) {
            object.fields().forEach(field -> parts.add(field.type()));
            object.others().ifPresent(parts::add);
        } else if (type instanceof UnionDef union) {
            union.cases().forEach(one -> parts.add(new TypeRef.NamedRef(one.record())));
        } else if (type instanceof TupleDef tuple) {
            tuple.items().forEach(item -> parts.add(item.type()));
        }
        return parts;
    }

    /** What lists, maps, null and rules stand around; empty for a type that holds no other. */
    static Optional<TypeRef> inside(TypeRef type) {
        if (type instanceof TypeRef.NullableRef nullable) {
            return Optional.of(nullable.type());
        }
        if (type instanceof TypeRef.ListRef list) {
            return Optional.of(list.items());
        }
        if (type instanceof TypeRef.MapRef map) {
            return Optional.of(map.values());
        }
        return type instanceof TypeRef.CheckedRef checked
                ? Optional.of(checked.type())
                : Optional.empty();
    }

    /** The names of all types that are parts of others. */
    static Set<TypeName> named(Collection<TypeDef> types) {
        Set<TypeName> names = new HashSet<>();
        for (TypeDef type : types) {
            for (TypeRef part : of(type)) {
                leaf(part).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<TypeName> leaf(TypeRef type) {
        TypeRef leaf = type;
        for (Optional<TypeRef> inner = inside(leaf); inner.isPresent(); inner = inside(leaf)) {
            leaf = inner.get();
        }
        return leaf instanceof TypeRef.NamedRef named
                ? Optional.of(named.name())
                : Optional.empty();
    }
}
