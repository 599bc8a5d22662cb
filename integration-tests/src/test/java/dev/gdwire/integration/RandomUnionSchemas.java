package dev.gdwire.integration;

import static dev.gdwire.integration.RandomSchemas.JSON;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random schemas that are made of others: unions, conjunctions, conditions. */
final class RandomUnionSchemas {
    private static final List<String> TAGS = List.of("circle", "square", "line", "dot");

    private final Random random;
    private final RandomSchemas schemas;
    private final RandomScalarSchemas scalars;

    RandomUnionSchemas(Random random, RandomSchemas schemas) {
        this.random = random;
        this.schemas = schemas;
        this.scalars = new RandomScalarSchemas(random);
    }

    ObjectNode schema() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> told(TAGS, "kind");
            case 2 -> nested();
            case 3, 4 -> nullable();
            case 5 -> ofScalars();
            case 6 -> open();
            case 7 -> together();
            case 8 -> extended();
            case 9 -> negated();
            case 10 -> conditional();
            default -> anything();
        };
    }

    /** Objects told apart by a constant. */
    private ObjectNode told(List<String> tags, String property) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode members = schema.putArray(word());
        for (String tag : tags.subList(0, 2 + random.nextInt(tags.size() - 1))) {
            members.add(tagged(tag, property));
        }
        return schema;
    }

    private ObjectNode tagged(String tag, String property) {
        ObjectNode member = schemas.object().put("type", "object");
        ObjectNode constant = JSON.objectNode();
        if (random.nextInt(4) == 0) {
            constant.putArray("enum").add(tag);
        } else {
            constant.put("const", tag);
        }
        ((ObjectNode) member.get("properties")).set(property, constant);
        JsonNode required = member.get("required");
        if (required == null) {
            member.putArray("required").add(property);
        } else if (required.valueStream().noneMatch(name -> name.asString().equals(property))) {
            ((ArrayNode) required).add(property);
        }
        return member;
    }

    private ObjectNode nested() {
        ObjectNode schema = JSON.objectNode();
        String word = word();
        ArrayNode members = schema.putArray(word);
        members.add(told(TAGS.subList(0, 2), "kind"));
        members.add(tagged("dot", "kind"));
        return schema;
    }

    private ObjectNode nullable() {
        ObjectNode schema = JSON.objectNode();
        schema.putArray(word()).add(schemas.schema()).add(RandomScalarSchemas.type("null"));
        return schema;
    }

    private ObjectNode ofScalars() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode members = schema.putArray(word());
        for (int i = 1 + random.nextInt(3); i >= 0; i--) {
            members.add(scalars.schema());
        }
        return schema;
    }

    private ObjectNode open() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode members = schema.putArray("anyOf");
        if (random.nextBoolean()) {
            members.addObject().putArray("enum").add("red").add("green");
        } else {
            members.addObject().put("const", "red");
            members.addObject().put("const", "green").put("description", "Like grass.");
        }
        members.add(random.nextBoolean() ? RandomScalarSchemas.type("string") : scalars.text());
        return schema;
    }

    private ObjectNode together() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode members = schema.putArray("allOf");
        if (random.nextBoolean()) {
            members.add(schemas.object()).add(schemas.object());
        } else {
            members.add(schemas.schema()).add(scalars.untyped());
        }
        return schema;
    }

    private ObjectNode extended() {
        ObjectNode schema = schemas.object();
        schema.putArray("allOf").add(random.nextBoolean() ? schemas.schema() : schemas.object());
        return schema;
    }

    private ObjectNode negated() {
        ObjectNode schema = random.nextBoolean() ? schemas.schema() : JSON.objectNode();
        schema.set("not", schemas.schema());
        return schema.has("$ref") ? JSON.objectNode().set("not", schema.get("not")) : schema;
    }

    private ObjectNode conditional() {
        ObjectNode schema = random.nextBoolean() ? scalars.schema() : JSON.objectNode();
        schema.set("if", schemas.schema());
        if (random.nextInt(4) > 0) {
            schema.set("then", schemas.any());
        }
        if (random.nextBoolean()) {
            schema.set("else", schemas.any());
        }
        return schema;
    }

    private ObjectNode anything() {
        ObjectNode schema = random.nextInt(3) == 0 ? schemas.object() : JSON.objectNode();
        ArrayNode members = schema.putArray(word());
        for (int i = 1 + random.nextInt(2); i >= 0; i--) {
            members.add(schemas.any());
        }
        return schema;
    }

    private String word() {
        return random.nextBoolean() ? "oneOf" : "anyOf";
    }
}
