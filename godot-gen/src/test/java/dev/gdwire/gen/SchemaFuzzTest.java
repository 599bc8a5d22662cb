package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.schema.MemorySource;
import dev.gdwire.gen.schema.Strictness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in a schema file, there is a protocol or an error, and never an exception. */
class SchemaFuzzTest {
    private static final List<String> KEYS =
            List.of(
                    "type",
                    "properties",
                    "required",
                    "items",
                    "enum",
                    "const",
                    "$ref",
                    "$defs",
                    "anyOf",
                    "oneOf",
                    "additionalProperties",
                    "minimum",
                    "maximum",
                    "minLength",
                    "pattern",
                    "format",
                    "default",
                    "x-gdwire",
                    "from",
                    "reply",
                    "name",
                    "a",
                    "b",
                    "minItems",
                    "uniqueItems",
                    "title",
                    "allOf",
                    "$id",
                    "multipleOf",
                    "~/.%",
                    "");
    private static final List<String> TEXTS =
            List.of(
                    "object",
                    "array",
                    "string",
                    "integer",
                    "number",
                    "boolean",
                    "null",
                    "#",
                    "#/$defs/a",
                    "#/properties/a",
                    "b.schema.json",
                    "../x",
                    "int32",
                    "int64",
                    "float",
                    "a",
                    "java",
                    "^[a-z]+$",
                    "(",
                    "gdwire:godot/color",
                    "#/%7E",
                    "");

    private static final List<String> SCALARS =
            List.of("true", "false", "null", "0", "1", "2.5", "-1", "1e300", "1e400");

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void anyJsonGivesAProtocolOrAnError(@ForAll long seed, @ForAll Strictness strictness) {
        Random random = new Random(seed);
        check(
                Map.of(
                        "a.schema.json", object(random, 5),
                        "b.schema.json", object(random, 4),
                        "types/c.schema.json", value(random, 4)),
                strictness);
    }

    @Property(tries = 500)
    void anyTextGivesAProtocolOrAnError(@ForAll String text, @ForAll Strictness strictness) {
        check(Map.of("a.schema.json", text, "protocol.json", text), strictness);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyProtocolFileGivesAProtocolOrAnError(@ForAll long seed) {
        check(
                Map.of(
                        "a.schema.json",
                        "{\"type\": \"object\"}",
                        "protocol.json",
                        value(new Random(seed), 3)),
                Strictness.STRICT);
    }

    private static void check(Map<String, String> files, Strictness strictness) {
        LoadResult result = Generator.load(new MemorySource("fuzz", files), strictness);
        assertThat(result.protocol().isPresent()).isEqualTo(!result.hasErrors());
        assertThat(result.printed().isEmpty()).isEqualTo(result.problems().isEmpty());
    }

    private static String value(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 2 : 6);
        return switch (kind) {
            case 0 -> quote(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 2 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static String array(Random random, int depth) {
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(value(random, depth - 1));
        }
        return "[" + String.join(",", items) + "]";
    }

    private static String object(Random random, int depth) {
        Map<String, String> members = new LinkedHashMap<>();
        if (random.nextInt(4) > 0) {
            members.put("type", quote(TEXTS.get(random.nextInt(7))));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            String key = KEYS.get(random.nextInt(KEYS.size()));
            boolean likely = random.nextBoolean();
            members.put(key, likely ? likely(key, random, depth) : value(random, depth - 1));
        }
        List<String> written = new ArrayList<>();
        members.forEach((key, value) -> written.add(quote(key) + ":" + value));
        return "{" + String.join(",", written) + "}";
    }

    /** A value of the form that a keyword asks for, so that the checks that follow are reached. */
    private static String likely(String key, Random random, int depth) {
        if (depth == 0) {
            return "{}";
        }
        return switch (key) {
            case "properties", "$defs" -> {
                String member = "\"a\":" + object(random, depth - 1);
                yield "{" + member + ",\"b\":" + object(random, depth - 1) + "}";
            }
            case "anyOf", "oneOf" -> "[" + object(random, depth - 1) + ",{\"type\":\"null\"}]";
            case "items", "additionalProperties" -> object(random, depth - 1);
            case "required" -> "[\"a\"]";
            case "enum" -> "[\"a\",null]";
            case "x-gdwire" -> "{\"from\":\"java\"}";
            case "minimum", "maximum", "minLength", "maxLength", "minItems", "multipleOf" ->
                    SCALARS.get(3 + random.nextInt(4));
            case "uniqueItems" -> "true";
            default -> quote(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
