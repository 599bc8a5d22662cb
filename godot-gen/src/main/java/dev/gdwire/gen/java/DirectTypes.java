package dev.gdwire.gen.java;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.ir.UnknownFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which types are read from bytes without a tree: those of which all parts are. The others are read
 * from trees alone: objects that keep what they do not know, those of very many properties, and
 * unions that not texts tell apart.
 */
final class DirectTypes {
    /** What has been read is a bit each in a {@code long}. */
    private static final int MOST_FIELDS = 64;

    private final JavaSet set;
    private final Set<TypeName> names = new HashSet<>();

    DirectTypes(JavaSet set) {
        this.set = set;
        List<TypeDef> all = set.all();
        all.stream().filter(this::isDirectItself).map(TypeDef::name).forEach(names::add);
        // Each round may take away what others are made of.
        while (names.removeIf(name -> !hasDirectParts(set.type(name)))) {
            continue;
        }
    }

    /** Whether a type is read from bytes. */
    boolean contains(TypeName name) {
        return names.contains(name);
    }

    private boolean isDirectItself(TypeDef type) {
        if (type instanceof RecordDef record) {
            return record.unknown() != UnknownFields.KEPT && record.fields().size() <= MOST_FIELDS;
        }
        return !(type instanceof UnionDef union)
                || union.cases().stream()
                        .flatMap(one -> one.values().stream())
                        .allMatch(value -> value instanceof Literal.StringLiteral);
    }

    private boolean hasDirectParts(TypeDef type) {
        if (type instanceof RecordDef record) {
            return record.fields().stream().allMatch(field -> isDirect(field.type()));
        }
        if (type instanceof TupleDef tuple) {
            return tuple.items().stream().allMatch(item -> isDirect(item.type()));
        }
        return type instanceof EnumDef
                || ((UnionDef) type).cases().stream().allMatch(one -> names.contains(one.record()));
    }

    private boolean isDirect(TypeRef type) {
        return !(Refs.leaf(type) instanceof TypeRef.NamedRef named) || names.contains(named.name());
    }
}
