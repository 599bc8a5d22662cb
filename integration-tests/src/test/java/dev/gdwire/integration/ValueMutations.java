package dev.gdwire.integration;

import static dev.gdwire.integration.RandomSchemas.JSON;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that are nearly the same: another kind, a member less or more, a number next to it. */
final class ValueMutations {
    private final Random random;
    private final ScalarValues scalars;

    ValueMutations(Random random) {
        this.random = random;
        this.scalars = new ScalarValues(random);
    }

    /** A copy of an object with one change somewhere inside. */
    ObjectNode mutated(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        List<JsonNode> containers = new ArrayList<>();
        collect(copy, containers);
        JsonNode place = containers.get(random.nextInt(containers.size()));
        if (place instanceof ObjectNode members) {
            change(members);
        } else {
            change((ArrayNode) place);
        }
        return copy;
    }

    private static void collect(JsonNode value, List<JsonNode> containers) {
        if (value.isContainer()) {
            containers.add(value);
            value.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode members) {
        List<String> names = List.copyOf(members.propertyNames());
        if (names.isEmpty() || random.nextInt(6) == 0) {
            members.set(scalars.name(), scalars.any());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            members.remove(name);
        } else {
            members.set(name, changed(members.get(name)));
        }
    }

    private void change(ArrayNode items) {
        if (items.isEmpty() || random.nextInt(4) == 0) {
            items.add(items.isEmpty() ? scalars.any() : items.get(0).deepCopy());
            return;
        }
        int index = random.nextInt(items.size());
        if (random.nextInt(4) == 0) {
            items.remove(index);
        } else {
            items.set(index, changed(items.get(index)));
        }
    }

    private JsonNode changed(JsonNode value) {
        if (random.nextInt(3) == 0) {
            return scalars.any();
        } else if (value.isNumber()) {
            return number(value);
        } else if (value.isString()) {
            return JSON.stringNode(text(value.asString()));
        }
        return random.nextBoolean() ? JSON.nullNode() : scalars.any();
    }

    private JsonNode number(JsonNode value) {
        return switch (random.nextInt(6)) {
            case 0 -> ScalarValues.number(value.doubleValue() + 1);
            case 1 -> ScalarValues.number(value.doubleValue() - 1);
            case 2 -> ScalarValues.number(value.doubleValue() + 0.5);
            case 3 -> JSON.numberNode(-value.doubleValue());
            case 4 -> ScalarValues.number(value.doubleValue() * 1e17);
            default -> JSON.numberNode((long) value.doubleValue());
        };
    }

    private String text(String text) {
        return switch (random.nextInt(4)) {
            // At the end, the validator takes it for a part of some formats.
            case 0 -> "a" + text;
            case 1 -> "";
            case 2 -> text.toUpperCase(Locale.ROOT);
            default -> text.isEmpty() ? "1" : text.substring(text.offsetByCodePoints(0, 1));
        };
    }
}
