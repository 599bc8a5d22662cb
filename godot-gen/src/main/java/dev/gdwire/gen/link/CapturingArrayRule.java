package dev.gdwire.gen.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.codemodel.JClass;
import com.sun.codemodel.JPackage;
import java.util.List;
import org.jsonschema2pojo.Schema;
import org.jsonschema2pojo.rules.Rule;

/** Notes arrays, and has the rules walk their items. */
final class CapturingArrayRule implements Rule<JPackage, JClass> {
    private final CapturingRuleFactory factory;
    private final Captures captures;

    CapturingArrayRule(CapturingRuleFactory factory, Captures captures) {
        this.factory = factory;
        this.captures = captures;
    }

    @Override
    public JClass apply(
            String name, JsonNode node, JsonNode parent, JPackage container, Schema schema) {
        ObjectNode items = (ObjectNode) node.get("items");
        factory.getSchemaRule().apply(name, items, node, container, schema);
        captures.add(node, new Captured.ArrayType(items));
        return container.owner().ref(List.class);
    }
}
