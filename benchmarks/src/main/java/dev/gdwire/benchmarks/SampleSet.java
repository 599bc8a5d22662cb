package dev.gdwire.benchmarks;

import dev.gdwire.gen.schema.SetSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A schema set as a game may have it, of any size: nine of ten files are messages with nested
 * objects, enums, arrays, limits and native types, every tenth is a type in a subfolder that the
 * messages around it refer to.
 */
final class SampleSet implements SetSource {
    private static final String SHARED =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Unit%1$d",
              "description": "One unit of the kind %1$d.",
              "type": "object",
              "properties": {
                "name": {"description": "What players read.", "type": "string", "maxLength": 80},
                "kind": {"enum": ["soldier", "tank", "plane%1$d"]},
                "position": {"$ref": "gdwire:godot/vector3"},
                "hp": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 100},
                "cargo": {"type": "array", "items": {"$ref": "#"}, "maxItems": 8}
              },
              "required": ["name", "kind", "position", "hp"]
            }
            """;

    private static final String MESSAGE =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Event%1$d",
              "description": "Says that event %1$d took place. It holds all that a player sees of it.",
              "type": "object",
              "properties": {
                "id": {"description": "Counts up from 1.", "type": "integer", "minimum": 1},
                "time": {"description": "In seconds.", "type": "number", "minimum": 0},
                "state": {"enum": ["begun", "running", "paused", "ended"]},
                "unit": {"$ref": "types/unit_%2$d.schema.json"},
                "others": {
                  "description": "Those nearby.",
                  "type": "array",
                  "items": {"$ref": "types/unit_%3$d.schema.json"}
                },
                "place": {
                  "type": "object",
                  "properties": {
                    "room": {"type": "string", "pattern": "^[a-z]+$"},
                    "weights": {"type": "array", "items": {"type": "number"}, "maxItems": 64},
                    "light": {"$ref": "#/$defs/light_%1$d"}
                  },
                  "required": ["room"]
                },
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                "note": {"type": ["string", "null"], "default": null}
              },
              "required": ["id", "time", "state", "unit"],
              "$defs": {
                "light_%1$d": {
                  "type": "object",
                  "properties": {
                    "color": {"$ref": "gdwire:godot/color"},
                    "power": {"type": "number", "default": 1.0}
                  }
                }
              }
            }
            """;

    private final Map<String, String> files = new TreeMap<>();

    /** A set of so many files, ten at least. */
    SampleSet(int size) {
        int shared = size / 10;
        for (int i = 0; i < shared; i++) {
            files.put("types/unit_" + i + ".schema.json", SHARED.formatted(i));
        }
        for (int i = 0; i < size - shared; i++) {
            String text = MESSAGE.formatted(i, i % shared, (i + 1) % shared);
            files.put("event_" + i + ".schema.json", text);
        }
    }

    /** Writes the files into a folder. */
    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    @Override
    public String label() {
        return "sample";
    }

    @Override
    public String defaultName() {
        return "sample";
    }

    @Override
    public List<String> paths() {
        return new ArrayList<>(files.keySet());
    }

    @Override
    public byte[] read(String path) {
        return files.get(path).getBytes(StandardCharsets.UTF_8);
    }
}
