package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.codemodel.JDefinedClass;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.Rule;

/**
 * Notes the properties of an object. The properties rule gives the object's {@code properties} as
 * the parent.
 */
final class CapturingPropertyRule implements Rule<JDefinedClass, JDefinedClass> {
    private final CapturingRuleFactory factory;
    private final Captures captures;

    CapturingPropertyRule(CapturingRuleFactory factory, Captures captures) {
        this.factory = factory;
        this.captures = captures;
    }

    @Override
    public JDefinedClass apply(
            String name, JsonNode node, JsonNode parent, JDefinedClass owner, Schema schema) {
        factory.getSchemaRule().apply(name, node, parent, owner, schema);
        captures.addProperty(parent, new CapturedProperty(name, (ObjectNode) node));
        return owner;
    }
}
