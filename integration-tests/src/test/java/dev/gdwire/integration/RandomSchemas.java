package dev.gdwire.integration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random schemas of the whole schema language. They are made with the keywords of draft 2020-12;
 * {@link SchemaDraft} says the same in others.
 */
final class RandomSchemas {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int DEEPEST = 3;
    private static final String BASE = "https://example.org/schemas/";
    private static final List<String> NAMES =
            List.of("a", "b", "c", "kind", "count", "x-1", "class", "Ünï", "$ref", "", "deep");

    /** How a definition is referred to. */
    private enum Reference {
        POINTER,
        POINTER_TOO,
        ANCHOR,
        IDENTIFIER
    }

    private final Random random;
    private final RandomScalarSchemas scalars;
    private final RandomUnionSchemas unions;
    private final Map<String, Reference> definitions = new LinkedHashMap<>();
    private int depth;

    RandomSchemas(Random random) {
        this.random = random;
        this.scalars = new RandomScalarSchemas(random);
        this.unions = new RandomUnionSchemas(random, this);
    }

    /** A message with a few properties, its definitions beside them. */
    ObjectNode message() {
        ObjectNode message = tryMessage();
        while (SchemaCircles.isIn(message)) {
            message = tryMessage();
        }
        return message;
    }

    private ObjectNode tryMessage() {
        definitions.clear();
        for (int i = random.nextInt(4); i > 0; i--) {
            definitions.put("D" + definitions.size(), Reference.values()[random.nextInt(4)]);
        }
        ObjectNode message = JSON.objectNode();
        if (definitions.containsValue(Reference.IDENTIFIER)) {
            message.put("$id", BASE + "root");
        }
        message.put("type", "object");
        ObjectNode properties = message.putObject("properties");
        ArrayNode required = message.putArray("required");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String name = "p" + i;
            properties.set(name, random.nextInt(12) == 0 ? any() : documented(schema()));
            if (random.nextBoolean()) {
                required.add(name);
            }
        }
        if (random.nextInt(6) == 0) {
            objectLimits(message, List.of("p1", "p2"));
        }
        if (!definitions.isEmpty()) {
            ObjectNode defs = message.putObject("$defs");
            definitions.forEach((name, form) -> defs.set(name, definition(name, form)));
        }
        return message;
    }

    private ObjectNode definition(String name, Reference form) {
        ObjectNode definition = random.nextInt(3) == 0 ? object() : schema();
        switch (form) {
            case ANCHOR -> definition.put("$anchor", "anchor-" + name);
            case IDENTIFIER -> definition.put("$id", BASE + name);
            default -> definition.remove("none");
        }
        return definition;
    }

    /** A schema that is an object, of any kind. */
    ObjectNode schema() {
        depth++;
        try {
            return depth > DEEPEST ? scalars.schema() : some();
        } finally {
            depth--;
        }
    }

    /** A schema that may be {@code true}, {@code false} or empty. */
    JsonNode any() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.booleanNode(true);
            case 1 -> JSON.booleanNode(false);
            case 2 -> JSON.objectNode();
            default -> schema();
        };
    }

    private ObjectNode some() {
        List<Supplier<ObjectNode>> kinds =
                List.of(
                        scalars::schema,
                        scalars::schema,
                        scalars::schema,
                        scalars::untyped,
                        this::object,
                        this::object,
                        this::object,
                        this::map,
                        this::list,
                        this::list,
                        this::tuple,
                        unions::schema,
                        unions::schema,
                        unions::schema,
                        this::reference,
                        this::reference);
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private ObjectNode reference() {
        if (definitions.isEmpty()) {
            return scalars.schema();
        }
        List<String> names = List.copyOf(definitions.keySet());
        String name = names.get(random.nextInt(names.size()));
        // A definition with an identifier is a file of its own to what stands in it.
        String file = definitions.containsValue(Reference.IDENTIFIER) ? BASE + "root" : "";
        // What stands beside a reference holds too, or, in older drafts, does not.
        ObjectNode schema = random.nextInt(5) == 0 ? scalars.untyped() : JSON.objectNode();
        return schema.put(
                "$ref",
                switch (definitions.get(name)) {
                    case ANCHOR -> file + "#anchor-" + name;
                    case IDENTIFIER -> BASE + name;
                    default -> file + "#/$defs/" + name;
                });
    }

    /** An object with fields. */
    ObjectNode object() {
        ObjectNode schema = JSON.objectNode();
        if (random.nextInt(8) > 0) {
            schema.put("type", "object");
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            fields.put(name(), random.nextInt(10) == 0 ? any() : schema());
        }
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(properties::set);
        List<String> names = List.copyOf(fields.keySet());
        List<String> required = names.stream().filter(name -> random.nextBoolean()).toList();
        if (!required.isEmpty()) {
            ArrayNode array = schema.putArray("required");
            required.forEach(array::add);
        }
        if (random.nextInt(3) == 0) {
            others(schema);
        }
        if (random.nextInt(4) == 0) {
            objectLimits(schema, names);
        }
        return documented(schema);
    }

    private ObjectNode map() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("additionalProperties", any());
        if (random.nextInt(3) == 0) {
            schema.putObject("patternProperties").set(scalars.pattern(), any());
        }
        if (random.nextInt(3) == 0) {
            schema.set("propertyNames", scalars.text());
        }
        if (random.nextInt(4) == 0) {
            objectLimits(schema, NAMES);
        }
        return schema;
    }

    private void others(ObjectNode schema) {
        switch (random.nextInt(4)) {
            case 0 -> schema.put("additionalProperties", false);
            case 1 -> schema.set("additionalProperties", any());
            case 2 -> schema.putObject("patternProperties").set(scalars.pattern(), any());
            default -> {
                schema.put("additionalProperties", false);
                schema.putObject("patternProperties").set(scalars.pattern(), any());
            }
        }
    }

    private void objectLimits(ObjectNode schema, List<String> names) {
        String one = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> schema.put("minProperties", 1 + random.nextInt(2));
            case 1 -> schema.put("maxProperties", 1 + random.nextInt(3));
            case 2 -> schema.set("propertyNames", scalars.text());
            case 3 -> schema.putObject("dependentRequired").putArray(one).add(other);
            case 4 -> schema.putObject("dependentSchemas").set(one, condition(other));
            case 5 -> schema.set("not", condition(one));
            case 6 -> schema.putArray("required").add(one).add(name());
            default -> {
                schema.set("if", condition(one));
                schema.set("then", condition(other));
                if (random.nextBoolean()) {
                    schema.set("else", condition(name()));
                }
            }
        }
    }

    /** What an object may have to fulfil beside its shape. */
    private ObjectNode condition(String name) {
        ObjectNode condition = JSON.objectNode();
        if (random.nextBoolean()) {
            condition.putArray("required").add(name);
        }
        if (condition.isEmpty() || random.nextBoolean()) {
            condition.putObject("properties").set(name, scalars.schema());
        }
        return condition;
    }

    private ObjectNode list() {
        ObjectNode schema = JSON.objectNode().put("type", "array");
        schema.set("items", any());
        if (random.nextInt(3) == 0) {
            schema.put("minItems", random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            schema.put("maxItems", 1 + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            schema.put("uniqueItems", true);
        }
        if (random.nextInt(5) == 0) {
            schema.set("contains", schema());
            if (random.nextBoolean()) {
                schema.put("minContains", random.nextInt(3));
            }
            if (random.nextBoolean()) {
                schema.put("maxContains", 1 + random.nextInt(2));
            }
        }
        return schema;
    }

    private ObjectNode tuple() {
        ObjectNode schema = JSON.objectNode();
        if (random.nextInt(6) > 0) {
            schema.put("type", "array");
        }
        ArrayNode prefix = schema.putArray("prefixItems");
        for (int i = random.nextInt(3); i >= 0; i--) {
            prefix.add(any());
        }
        switch (random.nextInt(4)) {
            case 0, 1 -> schema.put("items", false);
            case 2 -> schema.set("items", schema());
            default -> schema.put("uniqueItems", random.nextBoolean());
        }
        if (random.nextBoolean()) {
            schema.put("minItems", prefix.size());
        }
        return schema;
    }

    private ObjectNode documented(ObjectNode schema) {
        if (random.nextInt(8) == 0 && schema.path("type").isString()) {
            scalars.withDefault(schema);
        }
        if (random.nextInt(10) == 0 && !schema.has("$ref")) {
            schema.put("description", "Some *text* with `code`, */ and \\u and <b>tags</b>.");
            schema.put("title", "A title");
        }
        return schema;
    }

    String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }
}
