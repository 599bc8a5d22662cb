package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.codemodel.JClassContainer;
import com.sun.codemodel.JType;
import java.util.ArrayList;
import java.util.List;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.TypeRule;

/**
 * Notes scalars, and what jsonschema2pojo has no rule for: nullable schemas, unions, tuples.
 * jsonschema2pojo's own rule chooses the Java type of scalars.
 */
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
        Walk walk = new Walk(name, node, container, schema);
        switch (PlainKind.of(object)) {
            case NULLABLE -> {
                ObjectNode branch = (ObjectNode) node.get("anyOf").get(0);
                captures.add(node, new Captured.Nullable(branch));
                return walk.into(branch);
            }
            case OPEN_ENUM -> {
                ObjectNode others = (ObjectNode) node.get("anyOf").get(1);
                captures.add(node, new Captured.OpenEnumType(others));
                return walk.into(others);
            }
            case UNION -> {
                node.get("oneOf").forEach(walk::into);
                String property = node.get("x-property").asText();
                captures.add(node, new Captured.UnionType(property));
                return container.owner().ref(Object.class);
            }
            case TUPLE -> {
                List<ObjectNode> items = new ArrayList<>();
                node.get("prefixItems").forEach(item -> items.add((ObjectNode) item));
                items.forEach(walk::into);
                captures.add(node, new Captured.TupleType(items));
                return container.owner().ref(List.class);
            }
            case OBJECT, MAP -> {
                return factory.getObjectRule()
                        .apply(name, node, parent, container.getPackage(), schema);
            }
            case ARRAY -> {
                return factory.getArrayRule()
                        .apply(name, node, parent, container.getPackage(), schema);
            }
            case ANY -> {
                captures.add(node, new Captured.AnyType());
                return container.owner().ref(Object.class);
            }
            default -> {
                JType type = super.apply(name, typeOnly(object), parent, container, schema);
                captures.add(node, new Captured.ScalarType(type.fullName()));
                return type;
            }
        }
    }

    /** Has the rules walk schemas inside of one. */
    private final class Walk {
        private final String name;
        private final JsonNode node;
        private final JClassContainer container;
        private final Schema schema;

        Walk(String name, JsonNode node, JClassContainer container, Schema schema) {
            this.name = name;
            this.node = node;
            this.container = container;
            this.schema = schema;
        }

        JType into(JsonNode inner) {
            return factory.getSchemaRule().apply(name, inner, node, container, schema);
        }
    }

    /** Without the limits, which have no part in the type. */
    private static ObjectNode typeOnly(ObjectNode schema) {
        ObjectNode plain = schema.objectNode();
        if (schema.has("type")) {
            plain.set("type", schema.get("type"));
        }
        return plain;
    }
}
