package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.Collection;

/** Checks that every default is valid for its own schema. */
final class DefaultChecker {
    private final SchemaSet set;
    private final TypeBuilder types;
    private final LiteralFit fit;
    private final Problems problems;

    DefaultChecker(
            SchemaSet set, TypeBuilder types, Collection<TypeDef> definitions, Problems problems) {
        this.set = set;
        this.types = types;
        this.fit = new LiteralFit(definitions);
        this.problems = problems;
    }

    void check() {
        for (Location location : set.locations()) {
            boolean fits =
                    !location.node().has("default")
                            || !location.describesValues()
                            || fit.fits(
                                    Literals.of(location.node().get("default")),
                                    types.type(location.node()));
            if (!fits) {
                problems.error(
                        ProblemId.DEFAULT_DOES_NOT_FIT,
                        location.value("default"),
                        "the default is not valid for its own schema",
                        "change the default, or the schema");
            }
        }
    }
}
