package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of a protocol that others refer to by name. A rule is made ready when it is first
 * needed, so they may refer to each other. It is safe for use by several threads.
 */
public final class RuleTable {
    /** A table without rules. */
    static final RuleTable NONE = new RuleTable(Map.of());

    private final Map<String, JsonValue> schemas;
    private final Map<String, Constraint> ready = new ConcurrentHashMap<>();

    private RuleTable(Map<String, JsonValue> schemas) {
        this.schemas = schemas;
    }

    /** A table from a JSON object of rules by their names. */
    public static RuleTable of(String schemas) {
        return new RuleTable(JsonValue.parse(schemas).members());
    }

    /** What a rule says. It is looked up when the first value is checked. */
    Constraint named(String name) {
        return value -> ready(name).fault(value);
    }

    private Constraint ready(String name) {
        Constraint constraint = ready.get(name);
        if (constraint != null) {
            return constraint;
        }
        JsonValue schema = schemas.get(name);
        if (schema == null) {
            throw new IllegalArgumentException("no rule is named " + JsonText.quote(name));
        }
        Constraint compiled = new RuleCompiler(this).compile(schema);
        ready.put(name, compiled);
        return compiled;
    }
}
