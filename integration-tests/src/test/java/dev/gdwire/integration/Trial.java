package dev.gdwire.integration;

import dev.gdwire.gen.Generator;
import dev.gdwire.gen.LoadResult;
import dev.gdwire.gen.schema.SetSource;
import dev.gdwire.gen.schema.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A schema set and the lines that both languages are asked about.
 *
 * @param id a name that Java takes for a package and Godot for a folder; no other trial has it
 * @param files the texts of the set's files, by path
 * @param lines whole messages, as they stand on the wire
 */
record Trial(String id, Map<String, String> files, List<String> lines) implements SetSource {
    Trial {
        files = Map.copyOf(files);
        lines = List.copyOf(lines);
    }

    /** A set of one message, {@code case}, whose required property {@code value} has the schema. */
    static Trial ofValue(String id, String schema, List<String> values) {
        String message =
                """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "type": "object",
                  "properties": {"value": {"$ref": "types/value.schema.json"}},
                  "required": ["value"]
                }
                """;
        return new Trial(
                id,
                Map.of("case.schema.json", message, "types/value.schema.json", schema),
                values.stream()
                        .map(value -> "{\"type\":\"case\",\"value\":" + value + "}")
                        .toList());
    }

    /** What the generator reads of the set. */
    LoadResult load() {
        return Generator.load(this, Strictness.STRICT);
    }

    @Override
    public String label() {
        return id;
    }

    @Override
    public String defaultName() {
        return id;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String path) {
        return files.get(path).getBytes(StandardCharsets.UTF_8);
    }
}
