package dev.gdwire.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message with a random schema, and values for it.
 *
 * @param id the trial's id
 * @param schema the whole file of the message's schema
 * @param layout how many files the schema is written into
 * @param values the fields of messages, most of them valid or nearly so
 */
record RandomTrial(String id, ObjectNode schema, Layout layout, List<ObjectNode> values)
        implements Examined {
    /** Where the definitions stand. */
    enum Layout {
        ONE_FILE,
        DEFINITIONS_APART
    }

    private static final String FILE = "case.schema.json";
    private static final String SHARED = "types/shared.schema.json";
    private static final String TAG = "case";
    private static final int VALUES = 12;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    RandomTrial {
        values = List.copyOf(values);
    }

    /** A trial that the seed alone decides. */
    static RandomTrial of(String id, long seed) {
        Random random = new Random(seed);
        ObjectNode message = new RandomSchemas(random).message();
        SchemaValues valid = new SchemaValues(random, message);
        ValueMutations mutations = new ValueMutations(random);
        List<ObjectNode> values = new ArrayList<>();
        while (values.size() < VALUES) {
            JsonNode value = valid.value(message);
            if (value instanceof ObjectNode object) {
                values.add(object);
                values.add(mutations.mutated(object));
            }
        }
        SchemaDraft draft =
                random.nextBoolean()
                        ? SchemaDraft.DRAFT_2020_12
                        : SchemaDraft.values()[random.nextInt(SchemaDraft.values().length)];
        Layout layout = Layout.values()[random.nextInt(4) == 0 && isByPointer(message) ? 1 : 0];
        return new RandomTrial(id, draft.file(message), layout, values);
    }

    RandomTrial with(String newId, ObjectNode newSchema, ObjectNode value) {
        return new RandomTrial(newId, newSchema, layout, List.of(value));
    }

    /** Anchors and identifiers are of one file. */
    private static boolean isByPointer(ObjectNode message) {
        String text = message.toString();
        return message.has("$defs") && !text.contains("\"$anchor\"") && !text.contains("\"$id\"");
    }

    private Map<String, String> files() {
        String word = schema.has("$defs") ? "$defs" : "definitions";
        if (layout == Layout.ONE_FILE || !schema.has(word)) {
            return Map.of(FILE, MAPPER.writeValueAsString(schema));
        }
        ObjectNode shared = MAPPER.createObjectNode();
        shared.set("$schema", schema.get("$schema"));
        shared.set(word, schema.get(word));
        ObjectNode message = schema.deepCopy();
        message.remove(word);
        String local = "\"$ref\":\"#/";
        String text = MAPPER.writeValueAsString(message);
        return Map.of(
                FILE,
                text.replace(local, "\"$ref\":\"" + SHARED + "#/"),
                SHARED,
                MAPPER.writeValueAsString(shared));
    }

    @Override
    public Trial trial() {
        List<String> lines =
                values.stream()
                        .map(
                                value -> {
                                    ObjectNode message = MAPPER.createObjectNode();
                                    message.put("type", TAG);
                                    message.setAll(value);
                                    return MAPPER.writeValueAsString(message);
                                })
                        .toList();
        return new Trial(id, files(), lines);
    }

    @Override
    public List<Boolean> reference() {
        String folder = "file:///" + id + "/";
        Map<String, String> files = files();
        ReferenceValidator validator =
                ReferenceValidator.withIntegerFormats(
                        iri ->
                                iri.startsWith(folder)
                                        ? files.get(iri.substring(folder.length()))
                                        : null);
        return values.stream().map(value -> validator.isValid(folder + FILE, value)).toList();
    }
}
