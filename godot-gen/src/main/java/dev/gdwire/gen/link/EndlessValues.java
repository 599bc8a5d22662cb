package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TupleDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnionDef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds objects whose required properties lead round in a circle: no value is ever complete. */
final class EndlessValues {
    private final List<TypeDef> types;
    private final Set<TypeName> finite = new HashSet<>();
    private final Problems problems;

    EndlessValues(List<TypeDef> types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    void check() {
        List<TypeDef> open = new ArrayList<>(types);
        while (open.removeIf(this::becomesFinite)) {
            // Each round may make others finite.
        }
        for (TypeDef type : open) {
            if (type instanceof RecordDef object) {
                endless(object).forEach(this::report);
            }
        }
    }

    private void report(FieldDef field) {
        problems.error(
                ProblemId.ENDLESS_VALUE,
                Place.of(field.source()),
                "no value is ever complete: the required property \""
                        + field.wireName()
                        + "\" leads back to itself for ever",
                "make it optional, allow null, or make it an array that may be empty");
    }

    private boolean becomesFinite(TypeDef type) {
        return isFinite(type) && finite.add(type.name());
    }

    private boolean isFinite(TypeDef type) {
        if (type instanceof RecordDef object) {
            return endless(object).isEmpty();
        }
        if (type instanceof UnionDef union) {
            return union.cases().stream().anyMatch(one -> finite.contains(one.record()));
        }
        return type instanceof EnumDef
                || ((TupleDef) type).items().stream().allMatch(item -> isFinite(item.type()));
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
        return !(type instanceof TypeRef.CheckedRef checked) || isFinite(checked.type());
    }
}
