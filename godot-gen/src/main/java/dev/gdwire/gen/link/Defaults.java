package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.problem.Place;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes away the defaults that are not valid for their own schemas, or hold themselves. JSON Schema
 * allows them, and published schemas have many; who writes one of their own is warned.
 */
final class Defaults {
    private final List<TypeDef> types;
    private final LiteralFit fit;
    private final CircularDefaults circular;
    private final Problems problems;

    Defaults(Map<String, Rule> rules, List<TypeDef> types, Problems problems) {
        this.types = types;
        this.fit = new LiteralFit(types, rules);
        this.circular = new CircularDefaults(types);
        this.problems = problems;
    }

    /** The types with the defaults that fit. */
    List<TypeDef> fitting() {
        return types.stream()
                .map(type -> type instanceof RecordDef object ? fitting(object) : type)
                .toList();
    }

    private TypeDef fitting(RecordDef object) {
        return object.withFields(object.fields().stream().map(this::fitting).toList());
    }

    private FieldDef fitting(FieldDef field) {
        if (field.defaultValue().map(value -> !fit.fits(value, field.type())).orElse(false)) {
            return without(field, "is not valid for its own schema");
        }
        return circular.isCircular(field) ? without(field, "would hold itself for ever") : field;
    }

    private FieldDef without(FieldDef field, String why) {
        problems.warning(
                ProblemId.DEFAULT_DOES_NOT_FIT,
                Place.of(field.source()),
                "the default of \"" + field.wireName() + "\" " + why + ", and has no effect",
                "change the default, or the schema");
        return field.withDefault(Optional.empty());
    }
}
