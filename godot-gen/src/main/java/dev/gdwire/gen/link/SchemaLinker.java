package dev.gdwire.gen.link;

import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JPackage;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.Optional;

/**
 * Links a checked schema set: jsonschema2pojo's rules walk every schema, and the protocol is built
 * of what they met. Nothing outside the set is ever read.
 */
public final class SchemaLinker {
    private final SchemaSet set;
    private final Problems problems;

    /** A linker for a set without errors, that reports to {@code problems}. */
    public SchemaLinker(SchemaSet set, Problems problems) {
        this.set = set;
        this.problems = problems;
    }

    /** The protocol; empty when a problem is an error. */
    public Optional<Protocol> link() {
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        Captures captures = capture();
        new CircularReferences(set, captures, problems).check();
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        Protocol protocol = new ProtocolBuilder(set, captures, problems).build();
        return problems.hasErrors() ? Optional.empty() : Optional.of(protocol);
    }

    private Captures capture() {
        Captures captures = new Captures();
        SetSchemaStore store = new SetSchemaStore(set);
        CapturingRuleFactory factory = new CapturingRuleFactory(captures, store);
        JPackage scratch = new JCodeModel()._package("scratch");
        for (Location location : set.locations()) {
            if (location.describesValues() && !captures.has(location.node())) {
                factory.getSchemaRule()
                        .apply(
                                location.file().baseName(),
                                location.node(),
                                null,
                                scratch,
                                store.schema(location));
            }
        }
        return captures;
    }
}
