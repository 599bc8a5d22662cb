package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.codemodel.JClassContainer;
import com.sun.codemodel.JType;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.SchemaRule;

/** Notes where a reference is used, and what it points at. */
final class CapturingSchemaRule extends SchemaRule {
    private final CapturingRuleFactory factory;
    private final Captures captures;

    CapturingSchemaRule(CapturingRuleFactory factory, Captures captures) {
        super(factory);
        this.factory = factory;
        this.captures = captures;
    }

    @Override
    public JType apply(
            String name, JsonNode node, JsonNode parent, JClassContainer container, Schema schema) {
        if (!node.has("$ref")) {
            return super.apply(name, node, parent, container, schema);
        }
        String reference = node.get("$ref").asText();
        String delimiters = factory.getGenerationConfig().getRefFragmentPathDelimiters();
        Schema target = factory.getSchemaStore().create(schema, reference, delimiters);
        captures.add(
                node,
                PlainSchemaStore.isNative(target)
                        ? new Captured.NativeReference(reference)
                        : new Captured.Reference(reference));
        // The target has its own turn: references may lead round in circles, or be a long chain.
        return container.owner().ref(Object.class);
    }
}
