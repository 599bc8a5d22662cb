package dev.gdwire.integration;

import static dev.gdwire.integration.RandomSchemas.JSON;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random schemas of scalars, and of any value with limits. */
final class RandomScalarSchemas {
    private static final List<String> PATTERNS =
            List.of("^[a-z]+$", "^x-", "^\\d+$", "a", "^(red|green)$", "^.{2,4}$", "[^a-z]", "é");
    private static final List<String> FORMATS =
            List.of("date-time", "date", "uuid", "ipv4", "ipv6", "int64");
    private static final List<String> TEXTS =
            List.of("", "a", "red", "green", "x-1", "12", "Ünï", "hello there", "😀");
    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "null", "array", "object");

    private static final List<JsonNode> LARGE =
            List.of(
                    JSON.numberNode(9007199254740991L),
                    JSON.numberNode(-9007199254740992L),
                    JSON.numberNode(1e300),
                    JSON.numberNode(1.0));

    private final Random random;

    RandomScalarSchemas(Random random) {
        this.random = random;
    }

    ObjectNode schema() {
        return switch (random.nextInt(11)) {
            case 0, 1 -> text();
            case 2, 3 -> integer();
            case 4 -> number();
            case 5 -> type("boolean");
            case 6 -> type(random.nextInt(4) == 0 ? "null" : "boolean");
            case 7 -> names();
            case 8 -> enumeration();
            case 9 -> JSON.objectNode().set("const", constant());
            default -> types();
        };
    }

    /** Limits without a type: they speak of their own kind of value and let others pass. */
    ObjectNode untyped() {
        ObjectNode schema = JSON.objectNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> schema.setAll(limits(text()));
                case 1 -> schema.setAll(limits(integer()));
                case 2 -> schema.put("maxItems", random.nextInt(3));
                case 3 -> schema.put("maxProperties", random.nextInt(3));
                case 4 -> schema.putArray("required").add("a");
                default -> schema.set("not", schema());
            }
        }
        return schema;
    }

    private static ObjectNode limits(ObjectNode schema) {
        schema.remove(List.of("type", "format"));
        return schema;
    }

    ObjectNode text() {
        ObjectNode schema = type("string");
        switch (random.nextInt(7)) {
            case 0 -> schema.put("minLength", random.nextInt(3));
            case 1 -> schema.put("maxLength", 1 + random.nextInt(4));
            case 2 -> schema.put("minLength", 1).put("maxLength", 1 + random.nextInt(4));
            case 3 -> schema.put("pattern", pattern());
            case 4 -> schema.put("format", FORMATS.get(random.nextInt(FORMATS.size())));
            default -> schema.remove("none");
        }
        return schema;
    }

    String pattern() {
        return PATTERNS.get(random.nextInt(PATTERNS.size()));
    }

    private ObjectNode integer() {
        ObjectNode schema = type("integer");
        switch (random.nextInt(6)) {
            case 0 -> schema.put("minimum", random.nextInt(5));
            case 1 -> schema.put("maximum", random.nextInt(5));
            case 2 -> schema.put("minimum", -2).put("exclusiveMaximum", 3 + random.nextInt(3));
            case 3 -> schema.put("multipleOf", 1 + random.nextInt(4));
            case 4 -> schema.put("format", "int32");
            default -> schema.remove("none");
        }
        return schema;
    }

    private ObjectNode number() {
        ObjectNode schema = type("number");
        switch (random.nextInt(7)) {
            case 0 -> schema.put("minimum", random.nextInt(5) / 2.0);
            case 1 -> schema.put("exclusiveMinimum", random.nextInt(5) / 4.0);
            case 2 -> schema.put("maximum", random.nextBoolean() ? 2.5 : 1e300);
            case 3 -> schema.put("multipleOf", List.of(0.1, 0.5, 0.25, 2.0).get(random.nextInt(4)));
            case 4 -> schema.put("format", "float");
            case 5 -> schema.put("format", "float").put(limit(), random.nextInt(1000) / 100.0);
            default -> schema.remove("none");
        }
        return schema;
    }

    private String limit() {
        return List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
                .get(random.nextInt(4));
    }

    private ObjectNode names() {
        ObjectNode schema = JSON.objectNode();
        if (random.nextBoolean()) {
            schema.put("type", "string");
        }
        ArrayNode values = schema.putArray("enum");
        TEXTS.stream().filter(text -> random.nextInt(3) == 0).forEach(values::add);
        return values.isEmpty() ? type("string") : schema;
    }

    private ObjectNode enumeration() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode values = schema.putArray("enum");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            JsonNode value = constant();
            boolean isNew = true;
            for (JsonNode other : values) {
                isNew &= !WrittenJson.same(other, value);
            }
            if (isNew) {
                values.add(value);
            }
        }
        return schema;
    }

    private ObjectNode types() {
        ObjectNode schema = JSON.objectNode();
        List<String> types = TYPES.stream().filter(type -> random.nextInt(3) == 0).toList();
        if (types.isEmpty()) {
            return type("string");
        }
        ArrayNode list = schema.putArray("type");
        types.forEach(list::add);
        if (random.nextInt(3) == 0) {
            schema.setAll(untyped());
        }
        return schema;
    }

    /** Any JSON value, mostly a scalar. */
    JsonNode constant() {
        return switch (random.nextInt(13)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2, 3 -> JSON.numberNode(random.nextInt(7) - 2);
            case 4 -> JSON.numberNode(random.nextInt(9) / 4.0);
            case 8 -> LARGE.get(random.nextInt(LARGE.size()));
            case 5 -> JSON.arrayNode().add(1).add("a");
            case 6 -> JSON.objectNode().put("a", 1).put("b", false);
            case 7 -> random.nextBoolean() ? JSON.arrayNode() : JSON.objectNode();
            default -> JSON.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    /** A default that fits, and an example, where the schema has no limits that say otherwise. */
    void withDefault(ObjectNode schema) {
        if (schema.size() > 1) {
            return;
        }
        switch (schema.get("type").asString()) {
            case "string" -> schema.put("default", "x").putArray("examples").add("y");
            case "integer" -> schema.put("default", 7).put("deprecated", true);
            case "number" -> schema.put("default", 0.5);
            case "boolean" -> schema.put("default", true);
            default -> schema.put("$comment", "No default.");
        }
    }

    static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }
}
