package dev.gdwire.integration;

import static dev.gdwire.integration.RandomSchemas.JSON;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that a schema probably takes: one alternative of each union is chosen, all that stands
 * beside is laid together, and a value made from that. A validator has the last word.
 */
final class SchemaValues {
    private static final int DEEPEST = 6;
    private static final int ENDLESS = 12;
    private static final List<String> UNIONS = List.of("anyOf", "oneOf");
    private static final List<String> NESTED =
            List.of("properties", "patternProperties", "dependentSchemas");

    /** How many parts a value may have before only required ones are added. */
    private static final int MOST_PARTS = 200;

    private final Random random;
    private final JsonNode root;
    private final ScalarValues scalars;
    private int parts;

    /**
     * Values of schemas in one file.
     *
     * @param root the file, which pointers lead into
     */
    SchemaValues(Random random, JsonNode root) {
        this.random = random;
        this.root = root;
        this.scalars = new ScalarValues(random);
    }

    JsonNode value(JsonNode schema) {
        parts = 0;
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        parts++;
        if (!schema.isObject() || schema.isEmpty() || depth > ENDLESS) {
            return scalars.any();
        }
        ObjectNode flat = JSON.objectNode();
        flatten(schema, flat, 0);
        if (flat.has("const")) {
            return flat.get("const");
        }
        if (flat.has("enum") && !flat.get("enum").isEmpty()) {
            return flat.get("enum").get(random.nextInt(flat.get("enum").size()));
        }
        String kind = kind(flat);
        return switch (kind) {
            case "object" -> object(flat, depth);
            case "array" -> array(flat, depth);
            default -> scalars.value(kind, flat);
        };
    }

    /** The type to make: what the schema says, else what its other keywords speak of. */
    private String kind(ObjectNode flat) {
        JsonNode type = flat.get("type");
        if (type != null && type.isString()) {
            return type.asString();
        } else if (type != null && type.isArray() && !type.isEmpty()) {
            return type.get(random.nextInt(type.size())).asString();
        } else if (flat.has("properties") || flat.has("required") || flat.has("maxProperties")) {
            return "object";
        } else if (flat.has("prefixItems") || flat.has("maxItems") || flat.has("contains")) {
            return "array";
        } else if (flat.has("pattern") || flat.has("minLength") || flat.has("maxLength")) {
            return "string";
        }
        return flat.has("minimum") || flat.has("multipleOf") ? "number" : "any";
    }

    private void flatten(JsonNode schema, ObjectNode into, int steps) {
        if (!schema.isObject() || steps > DEEPEST) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            lay(member.getKey(), member.getValue(), into);
        }
        follow(schema.path("$ref"), into, steps);
        schema.path("allOf").forEach(part -> flatten(part, into, steps + 1));
        for (String union : UNIONS) {
            JsonNode parts = schema.path(union);
            if (!parts.isEmpty()) {
                flatten(parts.get(random.nextInt(parts.size())), into, steps + 1);
            }
        }
        if (schema.has("if")) {
            boolean fits = random.nextBoolean();
            if (fits) {
                flatten(schema.get("if"), into, steps + 1);
            }
            flatten(schema.path(fits ? "then" : "else"), into, steps + 1);
        }
    }

    private void follow(JsonNode reference, ObjectNode into, int steps) {
        if (reference.isString()) {
            flatten(root.at(SchemaCircles.pointer(reference.asString())), into, steps + 1);
        }
    }

    private static void lay(String word, JsonNode value, ObjectNode into) {
        JsonNode there = into.get(word);
        if (there == null) {
            into.set(word, value.deepCopy());
        } else if (NESTED.contains(word) && value.isObject()) {
            ((ObjectNode) there).setAll((ObjectNode) value.deepCopy());
        } else if (word.equals("required")) {
            ((ArrayNode) there).addAll((ArrayNode) value);
        } else if (word.equals("type") && value.isString()) {
            into.set(word, value);
        }
    }

    private JsonNode object(ObjectNode flat, int depth) {
        ObjectNode object = JSON.objectNode();
        Set<String> required = new LinkedHashSet<>();
        flat.path("required").forEach(name -> required.add(name.asString()));
        JsonNode properties = flat.path("properties");
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            boolean wanted = required.contains(property.getKey());
            if (!property.getValue().equals(JSON.booleanNode(false))
                    && (wanted || (isRoom(depth) && random.nextInt(3) > 0))) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        for (String name : required) {
            if (!object.has(name)) {
                object.set(name, value(other(flat), depth + 1));
            }
        }
        if (isRoom(depth) && !flat.path("additionalProperties").equals(JSON.booleanNode(false))) {
            others(flat, object, depth);
        }
        return object;
    }

    private boolean isRoom(int depth) {
        return depth < DEEPEST && parts < MOST_PARTS;
    }

    private void others(ObjectNode flat, ObjectNode object, int depth) {
        JsonNode names = flat.path("propertyNames");
        int wanted = Math.max(flat.path("minProperties").asInt(0), random.nextInt(3));
        for (int tries = 0; object.size() < wanted && tries < 4; tries++) {
            JsonNode name =
                    names.isObject() ? value(names, depth) : JSON.stringNode(scalars.name());
            if (name.isString() && !object.has(name.asString())) {
                object.set(name.asString(), value(other(flat), depth + 1));
            }
        }
    }

    private JsonNode other(ObjectNode flat) {
        JsonNode patterns = flat.path("patternProperties");
        if (!patterns.isEmpty() && random.nextBoolean()) {
            return patterns.iterator().next();
        }
        return flat.path("additionalProperties");
    }

    private JsonNode array(ObjectNode flat, int depth) {
        ArrayNode array = JSON.arrayNode();
        JsonNode prefix = flat.path("prefixItems");
        int least = flat.path("minItems").asInt(0);
        int most = Math.max(least, flat.path("maxItems").asInt(prefix.isEmpty() ? 3 : 9));
        int wanted = !isRoom(depth) ? least : least + random.nextInt(most - least + 1);
        List<JsonNode> schemas = new ArrayList<>();
        prefix.forEach(schemas::add);
        while (schemas.size() < wanted && !flat.path("items").equals(JSON.booleanNode(false))) {
            boolean contained = flat.has("contains") && random.nextBoolean();
            schemas.add(flat.path(contained ? "contains" : "items"));
        }
        int count = prefix.isEmpty() || random.nextInt(4) > 0 ? schemas.size() : wanted;
        for (int i = 0; i < Math.min(count, schemas.size()); i++) {
            array.add(value(schemas.get(i), depth + 1));
        }
        return array;
    }
}
