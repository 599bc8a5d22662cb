package dev.gdwire.gen.fingerprint;

import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which named types refer to which. */
final class TypeGraph {
    private final Map<TypeName, SortedSet<TypeName>> edges = new HashMap<>();
    private final Map<TypeName, SortedSet<TypeName>> circles;

    TypeGraph(Iterable<TypeDef> definitions) {
        for (TypeDef definition : definitions) {
            SortedSet<TypeName> targets = new TreeSet<>();
            if (definition instanceof RecordDef object) {
                object.fields().forEach(field -> named(field.type()).ifPresent(targets::add));
                object.others().flatMap(TypeGraph::named).ifPresent(targets::add);
            } else if (definition instanceof UnionDef union) {
                union.cases().forEach(one -> targets.add(one.record()));
            } else if (definition instanceof TupleDef tuple) {
                tuple.items().forEach(item -> named(item.type()).ifPresent(targets::add));
            }
            edges.put(definition.name(), targets);
        }
        circles = Circles.of(edges);
    }

    /** The types that refer to each other in a circle with this one; empty when there is none. */
    SortedSet<TypeName> circle(TypeName name) {
        return circles.getOrDefault(name, Collections.emptySortedSet());
    }

    /** The types that this one's definition names. */
    SortedSet<TypeName> targets(TypeName name) {
        return edges.get(name);
    }

    private static Optional<TypeName> named(TypeRef type) {
        TypeRef inner = type;
        while (true) {
            if (inner instanceof TypeRef.NullableRef nullable) {
                inner = nullable.type();
            } else if (inner instanceof TypeRef.ListRef list) {
                inner = list.items();
            } else if (inner instanceof TypeRef.MapRef map) {
                inner = map.values();
            } else if (inner instanceof TypeRef.CheckedRef checked) {
                inner = checked.type();
            } else {
                return inner instanceof TypeRef.NamedRef named
                        ? Optional.of(named.name())
                        : Optional.empty();
            }
        }
    }
}
