package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.codemodel.JClassAlreadyExistsException;
import com.sun.codemodel.JDefinedClass;
import com.sun.codemodel.JPackage;
import com.sun.codemodel.JType;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.Rule;

/** Notes objects and maps, and has the rules walk their properties. */
final class CapturingObjectRule implements Rule<JPackage, JType> {
    private final CapturingRuleFactory factory;
    private final Captures captures;

    CapturingObjectRule(CapturingRuleFactory factory, Captures captures) {
        this.factory = factory;
        this.captures = captures;
    }

    @Override
    public JType apply(
            String name, JsonNode node, JsonNode parent, JPackage container, Schema schema) {
        if (!node.has("properties")
                && node.path("additionalProperties") instanceof ObjectNode values) {
            factory.getSchemaRule().apply(name, values, node, container, schema);
            captures.add(node, new Captured.MapType(values));
            return container.owner().ref(Object.class);
        }
        // Only the rules that follow need a class; its name is of no consequence.
        JDefinedClass type = newClass(container);
        schema.setJavaTypeIfEmpty(type);
        factory.getPropertiesRule().apply(name, node.get("properties"), node, type, schema);
        if (node.path("additionalProperties") instanceof ObjectNode others) {
            factory.getSchemaRule().apply(name, others, node, container, schema);
        }
        captures.add(node, new Captured.ObjectType(captures.properties(node), required(node)));
        return type;
    }

    private static Set<String> required(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        node.path("required").forEach(name -> names.add(name.textValue()));
        return names;
    }

    private JDefinedClass newClass(JPackage container) {
        try {
            return container._class("Captured" + captures.nextNumber());
        } catch (JClassAlreadyExistsException e) {
            throw new IllegalStateException("classes are numbered", e);
        }
    }
}
