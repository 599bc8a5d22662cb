package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.codemodel.JClassContainer;
import com.sun.codemodel.JType;
import dev.gdwire.gen.schema.SchemaKind;
import dev.gdwire.gen.schema.SchemaShape;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.TypeRule;

/** Notes scalars and nullable schemas; jsonschema2pojo's own rule chooses the Java type. */
final class CapturingTypeRule extends TypeRule {
    private final CapturingRuleFactory factory;
    private final Captures captures;

    CapturingTypeRule(CapturingRuleFactory factory, Captures captures) {
        super(factory);
        this.factory = factory;
        this.captures = captures;
    }

    @Override
    public JType apply(
            String name, JsonNode node, JsonNode parent, JClassContainer container, Schema schema) {
        ObjectNode object = (ObjectNode) node;
        SchemaKind kind = SchemaShape.of(object).orElseThrow().kind();
        if (kind == SchemaKind.NULLABLE) {
            ObjectNode branch = SchemaShape.nullableBranch(object).orElseThrow();
            captures.add(node, new Captured.Nullable(branch));
            return factory.getSchemaRule().apply(name, branch, node, container, schema);
        }
        if (kind == SchemaKind.OBJECT || kind == SchemaKind.MAP) {
            return factory.getObjectRule()
                    .apply(name, node, parent, container.getPackage(), schema);
        }
        if (kind == SchemaKind.ARRAY) {
            return factory.getArrayRule().apply(name, node, parent, container.getPackage(), schema);
        }
        JType type = super.apply(name, typeOnly(object), parent, container, schema);
        captures.add(node, new Captured.ScalarType(type.fullName()));
        return type;
    }

    /** Without the words that only jsonschema2pojo knows, such as {@code existingJavaType}. */
    private static ObjectNode typeOnly(ObjectNode schema) {
        ObjectNode plain = schema.objectNode();
        if (schema.has("type")) {
            plain.set("type", schema.get("type"));
        }
        return plain;
    }
}
