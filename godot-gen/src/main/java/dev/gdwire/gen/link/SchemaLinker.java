package dev.gdwire.gen.link;

import com.sun.codemodel.JCodeModel;
import com.sun.codemodel.JPackage;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.merge.PlainSet;
import dev.gdwire.gen.merge.PlainType;
import dev.gdwire.gen.merge.PlainWriter;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.Optional;

/**
 * Links a checked schema set: its schemas are made plain, jsonschema2pojo's rules walk them, and
 * the protocol is built of what they met. Nothing outside the set is ever read.
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
        if (!problems.hasErrors()) {
            new CircularReferences(set, problems).check();
        }
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        PlainSet plain = PlainWriter.write(set);
        Protocol protocol = new ProtocolBuilder(set, plain, capture(plain), problems).build();
        return problems.hasErrors() ? Optional.empty() : Optional.of(protocol);
    }

    private static Captures capture(PlainSet plain) {
        Captures captures = new Captures();
        PlainSchemaStore store = new PlainSchemaStore(plain);
        CapturingRuleFactory factory = new CapturingRuleFactory(captures, store);
        JPackage scratch = new JCodeModel()._package("scratch");
        for (PlainType type : plain.types()) {
            factory.getSchemaRule()
                    .apply("Scratch", type.node(), null, scratch, store.schema(type));
        }
        return captures;
    }
}
