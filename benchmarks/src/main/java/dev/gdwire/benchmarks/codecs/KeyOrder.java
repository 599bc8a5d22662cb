package dev.gdwire.benchmarks.codecs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** In which order the keys of objects stand in what is read. */
public enum KeyOrder {
    /** As the schema has them, and a codec of its records writes them. */
    SCHEMA("as in the schema") {
        @Override
        void arrange(List<String> keys, Random random) {
            // They are so already.
        }
    },
    /** By the alphabet. */
    SORTED("sorted") {
        @Override
        void arrange(List<String> keys, Random random) {
            Collections.sort(keys);
        }
    },
    /** Each object in an order of its own; the same each time. */
    SHUFFLED("shuffled") {
        @Override
        void arrange(List<String> keys, Random random) {
            Collections.shuffle(keys, random);
        }
    };

    private static final long SEED = 11;

    /** Digits of numbers stay as they are. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String label;

    KeyOrder(String label) {
        this.label = label;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    abstract void arrange(List<String> keys, Random random);

    /** The same JSON in this order, without white space. */
    byte[] apply(byte[] json) {
        return MAPPER.writeValueAsBytes(ordered(MAPPER.readTree(json), new Random(SEED)));
    }

    private JsonNode ordered(JsonNode node, Random random) {
        if (node instanceof ArrayNode array) {
            ArrayNode result = MAPPER.createArrayNode();
            array.forEach(item -> result.add(ordered(item, random)));
            return result;
        }
        return node instanceof ObjectNode object ? orderedMembers(object, random) : node;
    }

    private ObjectNode orderedMembers(ObjectNode object, Random random) {
        List<String> keys = new ArrayList<>(object.propertyNames());
        arrange(keys, random);
        ObjectNode result = MAPPER.createObjectNode();
        keys.forEach(key -> result.set(key, ordered(object.get(key), random)));
        return result;
    }
}
