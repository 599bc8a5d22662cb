package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.schema.MemorySource;
import dev.gdwire.gen.schema.Strictness;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a schema file, there is a protocol or an error, and never an exception. */
class SchemaFuzzTest {
    private static final List<String> KEYS =
            List.of(
                    "type", "properties", "required", "items", "enum", "const", "$ref", "$defs",
                    "anyOf", "oneOf", "additionalProperties", "minimum", "maximum", "minLength",
                    "pattern", "format", "default", "x-gdwire", "from", "reply", "name", "a", "b",
                    "minItems", "uniqueItems", "title", "allOf", "$id", "multipleOf", "~/.%", "");
    private static final List<String> TEXTS =
            List.of(
                    "object", "array", "string", "integer", "number", "boolean", "null", "#",
                    "#/$defs/a", "#/properties/a", "b.schema.json", "../x", "int32", "int64",
                    "float", "a", "java", "^[a-z]+$", "(", "gdwire:godot/color", "#/%7E", "");

    @Property(tries = 2000)
    void anyJsonGivesAProtocolOrAnError(
            @ForAll("schemas") String first,
            @ForAll("schemas") String second,
            @ForAll Strictness strictness) {
        check(Map.of("a.schema.json", first, "b.schema.json", second), strictness);
    }

    @Property(tries = 500)
    void anyTextGivesAProtocolOrAnError(@ForAll String text, @ForAll Strictness strictness) {
        check(Map.of("a.schema.json", text, "protocol.json", text), strictness);
    }

    @Property(tries = 500)
    void anyProtocolFileGivesAProtocolOrAnError(@ForAll("schemas") String text) {
        check(
                Map.of("a.schema.json", "{\"type\": \"object\"}", "protocol.json", text),
                Strictness.STRICT);
    }

    private static void check(Map<String, String> files, Strictness strictness) {
        LoadResult result = Generator.load(new MemorySource("fuzz", files), strictness);
        assertThat(result.protocol().isPresent()).isEqualTo(!result.hasErrors());
        assertThat(result.printed().isEmpty()).isEqualTo(result.problems().isEmpty());
    }

    @Provide
    Arbitrary<String> schemas() {
        return Arbitraries.lazyOf(this::scalar, this::scalar, this::array, this::object, this::object);
    }

    private Arbitrary<String> scalar() {
        return Arbitraries.oneOf(
                Arbitraries.of(TEXTS).map(SchemaFuzzTest::quote),
                Arbitraries.of("true", "false", "null", "0", "1", "2.5", "-1", "1e300", "1e400"));
    }

    private Arbitrary<String> array() {
        return schemas().list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]");
    }

    private Arbitrary<String> object() {
        return Arbitraries.maps(Arbitraries.of(KEYS), schemas())
                .ofMaxSize(5)
                .map(
                        members ->
                                members.entrySet().stream()
                                        .map(m -> quote(m.getKey()) + ":" + m.getValue())
                                        .reduce((a, b) -> a + "," + b)
                                        .map(all -> "{" + all + "}")
                                        .orElse("{}"));
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
