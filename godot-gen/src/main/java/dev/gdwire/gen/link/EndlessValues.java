package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds objects whose required properties lead round in a circle: no value is ever complete. */
final class EndlessValues {
    private final List<RecordDef> records = new ArrayList<>();
    private final Set<TypeName> finite = new HashSet<>();
    private final Problems problems;

    EndlessValues(List<TypeDef> types, Problems problems) {
        for (TypeDef type : types) {
            if (type instanceof RecordDef object) {
                records.add(object);
            } else {
                finite.add(type.name());
            }
        }
        this.problems = problems;
    }

    void check() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (RecordDef object : records) {
                if (!finite.contains(object.name()) && endless(object).isEmpty()) {
                    changed |= finite.add(object.name());
                }
            }
        }
        for (RecordDef object : records) {
            for (FieldDef field : endless(object)) {
                problems.error(
                        ProblemId.ENDLESS_VALUE,
                        Place.of(field.source()),
                        "no value is ever complete: the required property \""
                                + field.wireName()
                                + "\" leads back to itself for ever",
                        "make it optional, allow null, or make it an array that may be empty");
            }
        }
    }

    private List<FieldDef> endless(RecordDef object) {
        return object.fields().stream()
                .filter(field -> field.presence() == Presence.REQUIRED && !isFinite(field.type()))
                .toList();
    }

    private boolean isFinite(TypeRef type) {
        if (type instanceof TypeRef.NamedRef named) {
            return finite.contains(named.name());
        }
        if (type instanceof TypeRef.ListRef list) {
            return list.minItems().orElse(0) == 0 || isFinite(list.items());
        }
        if (type instanceof TypeRef.MapRef map) {
            return map.minProperties().orElse(0) == 0 || isFinite(map.values());
        }
        return true;
    }
}
