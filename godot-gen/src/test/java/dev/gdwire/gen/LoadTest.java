package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.FieldDef.Presence;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.UnknownFields;
import dev.gdwire.gen.schema.MemorySource;
import dev.gdwire.gen.schema.Strictness;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void namesComeFromPlaces() {
        Protocol protocol =
                load(
                        Map.of(
                                "spawn_entity.schema.json",
                                object(
                                        "\"maxHP\":{\"enum\":[\"low\",\"high\"]}",
                                        "\"inventory\":" + object("\"slot\":" + object("")),
                                        "\"units\":{\"type\":\"array\",\"items\":"
                                                + object("")
                                                + "}",
                                        "\"byName\":{\"type\":\"object\",\"additionalProperties\":"
                                                + object("")
                                                + "}",
                                        "\"maybe\":{\"anyOf\":[{\"type\":\"null\"},"
                                                + object("")
                                                + "]}",
                                        "\"named\":{\"x-gdwire\":{\"name\":\"OtherName\"},"
                                                + object("").substring(1)),
                                "types/team-colour.schema.json",
                                "{\"enum\":[\"red\",\"blue\"]}"));
        assertThat(names(protocol))
                .containsExactly(
                        "other_name",
                        "spawn_entity_by_name_value",
                        "spawn_entity_inventory",
                        "spawn_entity_inventory_slot",
                        "spawn_entity_max_hp",
                        "spawn_entity_maybe",
                        "spawn_entity_units_item",
                        "team_colour");
    }

    @Test
    void filesNameTagsAndWords() {
        Protocol protocol = load(Map.of("unit.moved-far.schema.json", object("")));
        MessageDef message = protocol.messages().get(0);
        assertThat(message.tag()).isEqualTo("unit.moved-far");
        assertThat(message.record().name().words()).containsExactly("unit", "moved", "far");
        assertThat(protocol.name()).isEqualTo("test_set");
        assertThat(protocol.version()).isEqualTo("1.0");
        assertThat(protocol.discriminator()).isEqualTo("type");
    }

    @Test
    void aDeclaredDiscriminatorGivesTheTagAndIsNoField() {
        Protocol protocol =
                load(
                        Map.of(
                                "move.schema.json",
                                object(
                                        "\"type\":{\"const\":\"Moved!\"}",
                                        "\"x\":{\"type\":\"number\"}")));
        MessageDef message = protocol.messages().get(0);
        assertThat(message.tag()).isEqualTo("Moved!");
        assertThat(message.record().fields()).extracting(FieldDef::wireName).containsExactly("x");
    }

    @Test
    void recursionThroughObjectsIsNamed() {
        Protocol protocol =
                load(
                        Map.of(
                                "tree.schema.json",
                                object(
                                        "\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#\"}}")));
        TypeRef.ListRef children =
                (TypeRef.ListRef) protocol.messages().get(0).record().fields().get(0).type();
        assertThat(children.items()).isEqualTo(new TypeRef.NamedRef(new TypeName(List.of("tree"))));
    }

    @Test
    void nullsDefaultsAndWordsAreKept() {
        Protocol protocol =
                load(
                        Map.of(
                                "move.schema.json",
                                "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                                    + "\"a\":{\"type\":[\"string\",\"null\"],\"default\":null},"
                                    + "\"b\":{\"enum\":[\"x\",\"y\",null]},"
                                    + "\"c\":{\"$ref\":\"#/$defs/hp\"},"
                                    + "\"d\":{\"$ref\":\"gdwire:godot/vector2\",\"default\":[1,2]}},"
                                    + "\"$defs\":{\"hp\":{\"type\":\"integer\",\"default\":5,"
                                    + "\"description\":\"Health.\"}}}"));
        RecordDef record = protocol.messages().get(0).record();
        assertThat(record.unknown()).isEqualTo(UnknownFields.REFUSED);
        FieldDef a = record.fields().get(0);
        assertThat(a.type()).isInstanceOf(TypeRef.NullableRef.class);
        assertThat(a.defaultValue()).contains(new Literal.NullLiteral());
        assertThat(record.fields().get(1).type())
                .isEqualTo(
                        new TypeRef.NullableRef(
                                new TypeRef.NamedRef(new TypeName(List.of("move", "b")))));
        FieldDef c = record.fields().get(2);
        assertThat(c.presence()).isEqualTo(Presence.OPTIONAL);
        assertThat(c.defaultValue()).isPresent();
        assertThat(c.doc().description()).contains("Health.");
        assertThat(record.fields().get(3).type())
                .isEqualTo(new TypeRef.NativeRef(NativeType.VECTOR2));
    }

    @Test
    void whatInheritsHasItsWordsInAPartOfAllOf() {
        Protocol protocol =
                load(
                        Map.of(
                                "launch.schema.json",
                                "{\"type\":\"object\",\"allOf\":[{\"$ref\":\"#/$defs/request\"},{\"type\":\"object\",\"description\":\"Starts"
                                    + " it.\","
                                    + "\"properties\":{\"a\":{\"allOf\":[{\"type\":\"integer\"},{\"default\":3,\"description\":\"How"
                                    + " often.\"}]}}}],"
                                    + "\"$defs\":{\"request\":{\"type\":\"object\",\"description\":\"A"
                                    + " request.\","
                                    + "\"properties\":{\"seq\":{\"type\":\"integer\"}}}}}"));
        RecordDef record = protocol.messages().get(0).record();
        assertThat(record.doc().description()).contains("Starts it.");
        FieldDef a = record.fields().get(1);
        assertThat(a.doc().description()).contains("How often.");
        assertThat(a.defaultValue()).isPresent();
    }

    @Test
    void referencesCrossFilesAndAreDecoded() {
        Protocol protocol =
                load(
                        Map.of(
                                "a.schema.json",
                                object(
                                        "\"b\":{\"$ref\":\"types/../types/b%20b.schema.json#/$defs/x~1y\"}"),
                                "types/b b.schema.json",
                                "{\"$defs\":{\"x/y\":{\"$ref\":\"./c.schema.json\"}}}",
                                "types/c.schema.json",
                                object("\"up\":{\"$ref\":\"../a.schema.json\"}")));
        assertThat(protocol.messages().get(0).record().fields().get(0).type())
                .isEqualTo(new TypeRef.NamedRef(new TypeName(List.of("c"))));
    }

    @Test
    void aLongChainOfTypesLoads() {
        String types =
                IntStream.range(0, 3000)
                        .mapToObj(
                                i ->
                                        "\"t"
                                                + i
                                                + "\":"
                                                + object(
                                                        "\"n\":{\"$ref\":\"#/$defs/t"
                                                                + (i + 1)
                                                                + "\"}"))
                        .collect(Collectors.joining(","));
        String file =
                "{\"type\":\"object\",\"properties\":{\"n\":{\"$ref\":\"#/$defs/t0\"}},\"$defs\":{"
                        + types
                        + ",\"t3000\":"
                        + object("")
                        + "}}";
        assertThat(load(Map.of("m.schema.json", file)).types()).hasSize(3001);
    }

    @Test
    void aLongChainOfReferencesIsAnErrorAndNoStackOverflow() {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            files.put("t/f" + i + ".schema.json", "{\"$ref\":\"f" + (i + 1) + ".schema.json\"}");
        }
        files.put("t/f3000.schema.json", "{\"type\":\"string\"}");
        LoadResult result = Generator.load(new MemorySource("s", files), Strictness.STRICT);
        assertThat(result.problems()).isNotEmpty();
        assertThat(result.printed())
                .contains("error GW022: the reference leads through too many others");
    }

    @Test
    void deepNestingIsAnErrorAndNoStackOverflow() {
        String deep = "{\"type\":\"array\",\"items\":".repeat(5000);
        LoadResult result =
                Generator.load(
                        new MemorySource("s", Map.of("m.schema.json", deep)), Strictness.STRICT);
        assertThat(result.printed()).startsWith("m.schema.json:1:").contains("error GW001");
    }

    @Test
    void theArenaOfTheExamplesLoads() {
        LoadResult result = Generator.load(Path.of("../examples/arena/schemas"));
        assertThat(result.printed()).isEmpty();
        assertThat(result.orThrow().messages())
                .extracting(MessageDef::tag)
                .containsExactly("obstacle_hit", "show_status", "target_reached");
    }

    @Test
    void aMissingFolderIsAnError() {
        LoadResult result = Generator.load(Path.of("no/such/folder"));
        assertThat(result.printed())
                .isEqualTo(
                        """
                        no/such/folder: error GW006: the schema folder cannot be read: \
                        no/such/folder does not exist
                          hint: give the folder that holds the *.schema.json files
                        """);
    }

    private static String object(String... properties) {
        return "{\"type\":\"object\",\"properties\":{" + String.join(",", properties) + "}}";
    }

    private static Protocol load(Map<String, String> files) {
        LoadResult result = Generator.load(new MemorySource("Test-Set", files), Strictness.STRICT);
        assertThat(result.printed()).isEmpty();
        return result.orThrow();
    }

    private static List<String> names(Protocol protocol) {
        return protocol.types().stream().map(TypeDef::name).map(TypeName::snakeCase).toList();
    }
}
