package dev.gdwire.gen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.MessageDef;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.schema.MemorySource;
import dev.gdwire.gen.schema.Strictness;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types schemas get: one table, and what spans files. */
class SchemaLanguageTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/schema-language.csv",
            delimiter = ';',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aPropertyGetsItsType(String schema, String type, String named) {
        Protocol protocol =
                load(
                        Map.of(
                                "m.schema.json",
                                "{'type':'object','properties':{'p':" + schema + "}}"));
        String field = Describe.type(protocol.messages().get(0).record());
        assertThat(field).isEqualTo("{p?: " + type + "}");
        assertThat(types(protocol)).isEqualTo(named == null ? "" : named);
    }

    private static String types(Protocol protocol) {
        StringBuilder all = new StringBuilder();
        for (TypeDef type : protocol.types()) {
            all.append(all.isEmpty() ? "" : " / ");
            all.append(type.name()).append(" ").append(Describe.type(type));
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft-04", "draft-06", "draft-07"})
    void schemasOfSchemasAreKnown(String draft) {
        Protocol protocol =
                load(
                        Map.of(
                                "m.schema.json",
                                "{'type':'object','properties':{'p':{'$ref':"
                                        + "'http://json-schema.org/"
                                        + draft
                                        + "/schema#/properties/required'}}}"));
        String all = Describe.type(protocol.messages().get(0).record()) + types(protocol);
        assertThat(all).startsWith("{p?: set of string");
    }

    @Test
    void objectsAreMergedAcrossFiles() {
        Protocol protocol =
                load(
                        Map.of(
                                "types/base.schema.json",
                                "{'type':'object','properties':{'seq':{'type':'integer'},"
                                        + "'kind':{'type':'string'}},'required':['seq','kind']}",
                                "move.schema.json",
                                "{'allOf':[{'$ref':'types/base.schema.json'},"
                                        + "{'properties':{'kind':{'enum':['move']},"
                                        + "'x':{'type':'number'}},'required':['x']}]}"));
        assertThat(message(protocol, "move")).isEqualTo("{seq: integer, kind: 'move', x: number}");
        assertThat(types(protocol)).isEqualTo("base {seq: integer, kind: string}");
    }

    @Test
    void whatIsOverriddenIsTheNarrowerType() {
        Protocol protocol =
                load(
                        Map.of(
                                "protocol.json",
                                "{'messages':'defs','discriminator':'$type'}",
                                "debug.json",
                                "{'$schema':'http://json-schema.org/draft-04/schema#','definitions':{"
                                    + "'Request':{'type':'object','properties':{"
                                    + "'type':{'type':'string'},'arguments':{'type':['array','boolean',"
                                    + "'integer','null','number','object','string']}},'required':['type']},"
                                    + "'StopRequest':{'allOf':[{'$ref':'#/definitions/Request'},"
                                    + "{'type':'object','properties':{'type':{'enum':['stop']},"
                                    + "'arguments':{'$ref':'#/definitions/StopArguments'}},"
                                    + "'required':['type','arguments']}]},"
                                    + "'StopArguments':{'type':'object','properties':{'now':{'type':'boolean'}}}"
                                    + "}}"));
        assertThat(message(protocol, "Request")).isEqualTo("{type: string, arguments?: json}");
        assertThat(message(protocol, "StopRequest"))
                .isEqualTo("{type: 'stop', arguments: stop_arguments}");
        assertThat(protocol.types()).isEmpty();
    }

    @Test
    void schemasAreFoundByTheirIdentifiers() {
        Protocol protocol =
                load(
                        Map.of(
                                "move.schema.json",
                                "{'$id':'https://example.com/sets/move','type':'object',"
                                        + "'properties':{'a':{'$ref':'unit'},"
                                        + "'b':{'$ref':'unit#hp'},'c':{'$ref':'#local'},"
                                        + "'d':{'$ref':'https://example.com/sets/unit#/$defs/hp'}},"
                                        + "'$defs':{'l':{'$anchor':'local','type':'boolean'}}}",
                                "types/u.schema.json",
                                "{'$id':'https://example.com/sets/unit','type':'string',"
                                        + "'$defs':{'hp':{'$anchor':'hp','type':'integer'}}}"));
        assertThat(message(protocol, "move"))
                .isEqualTo("{a?: string, b?: integer, c?: boolean, d?: integer}");
    }

    @Test
    void oldDraftsAreReadAsTheyWereMeant() {
        Protocol protocol =
                load(
                        Map.of(
                                "old.schema.json",
                                "{'$schema':'http://json-schema.org/draft-04/schema#',"
                                    + "'type':'object','properties':{"
                                    + "'a':{'type':'array','items':[{'type':'string'}],"
                                    + "'additionalItems':false,'minItems':1},"
                                    + "'b':{'type':'number','minimum':3,'exclusiveMinimum':true},"
                                    + "'c':{'type':'object','dependencies':{'x':['y']}}}}"));
        assertThat(message(protocol, "old"))
                .isEqualTo(
                        "{a?: old_a, b?: number, c?: map of json with"
                                + " {dependentRequired:{x:['y']}}}");
    }

    @Test
    void definitionsAreMessagesInASetOfOneFile() {
        Protocol protocol =
                load(
                        Map.of(
                                "protocol.json",
                                "{'messages':'defs'}",
                                "published.json",
                                "{'definitions':{"
                                    + "'Ping':{'type':'object','properties':{'n':{'type':'integer'}}},"
                                    + "'Pong':{'allOf':[{'$ref':'#/definitions/Ping'},"
                                    + "{'type':'object','properties':{'at':{'type':'string'}}}]},"
                                    + "'Alias':{'$ref':'#/definitions/Ping'},"
                                    + "'Level':{'enum':['low','high']},"
                                    + "'Bag':{'type':'object','additionalProperties':{'type':'string'}}"
                                    + "}}"));
        assertThat(protocol.messages()).extracting(MessageDef::tag).containsExactly("Ping", "Pong");
        assertThat(message(protocol, "Pong")).isEqualTo("{n?: integer, at?: string}");
        assertThat(types(protocol)).isEqualTo("level enum 'low'|'high'");
    }

    @Test
    void definitionsWithoutPropertiesOfTheirOwnAreMessagesToo() {
        Protocol protocol =
                load(
                        Map.of(
                                "protocol.json",
                                "{'messages':'defs'}",
                                "published.json",
                                "{'oneOf':[{'$ref':'#/definitions/Ping'},"
                                    + "{'title':'Quit','allOf':[{'$ref':'#/definitions/Quit'}]}],"
                                    + "'definitions':{'Ping':{'type':'object','description':'Are"
                                    + " you there?'},'Quit':{'type':'object'},"
                                    + "'Lonely':{'type':'object'},"
                                    + "'Closed':{'type':'object','additionalProperties':false},"
                                    + "'Said':{'type':'object','properties':{"
                                    + "'text':{'type':'string'},'free':{'$ref':'#/definitions/Free'}}},"
                                    + "'Shouted':{'allOf':[{'$ref':'#/definitions/Said'}]},"
                                    + "'Again':{'allOf':[{'$ref':'#/definitions/Ping'}]},"
                                    + "'Inline':{'allOf':[{'type':'object','properties':{"
                                    + "'n':{'type':'integer'}}}]},'Free':{'type':'object'},"
                                    + "'Open':{'type':'object','additionalProperties':true},"
                                    + "'Counted':{'type':'object','minProperties':1},"
                                    + "'TextOrDict':{'anyOf':[{'type':'string'},"
                                    + "{'$ref':'#/definitions/Dict'}]},'Dict':{'type':'object'},"
                                    + "'Either':{'oneOf':[{'$ref':'#/definitions/Said'},"
                                    + "{'$ref':'#/definitions/Quit'}]},"
                                    + "'OtherName':{'$ref':'#/definitions/Said'}}}"));
        assertThat(protocol.messages())
                .extracting(MessageDef::tag)
                .containsExactly(
                        "Again", "Closed", "Inline", "Lonely", "Ping", "Quit", "Said", "Shouted");
        assertThat(message(protocol, "Ping")).isEqualTo("{}");
        assertThat(message(protocol, "Shouted")).isEqualTo(message(protocol, "Said"));
        assertThat(message(protocol, "Inline")).isEqualTo("{n?: integer}");
    }

    @Test
    void aDefinitionThatInheritsTheTagIsAnotherNameOfTheMessage() {
        Protocol protocol =
                load(
                        Map.of(
                                "protocol.json",
                                "{'messages':'defs'}",
                                "published.json",
                                "{'$defs':{'Ping':{'type':'object',"
                                        + "'properties':{'type':{'const':'ping'}}},"
                                        + "'Same':{'allOf':[{'$ref':'#/$defs/Ping'}]},"
                                        + "'Inline':{'allOf':[{'type':'object',"
                                        + "'properties':{'type':{'const':'inline'}}}]}}}"));
        assertThat(protocol.messages())
                .extracting(MessageDef::tag)
                .containsExactly("inline", "ping");
    }

    @Test
    void aMessageThatIsAPartOfOthersKeepsItsTag() {
        Protocol protocol =
                load(
                        Map.of(
                                "move.schema.json",
                                "{'type':'object','properties':{'x':{'type':'number'},"
                                        + "'type':{'const':'move'}},'required':['type']}",
                                "batch.schema.json",
                                "{'type':'object','properties':{'moves':{'type':'array',"
                                        + "'items':{'$ref':'move.schema.json'}}}}"));
        assertThat(message(protocol, "move")).isEqualTo("{type: 'move', x?: number}");
    }

    private static String message(Protocol protocol, String tag) {
        return protocol.messages().stream()
                .filter(message -> message.tag().equals(tag))
                .map(message -> Describe.type(message.record()))
                .findFirst()
                .orElseThrow();
    }

    private static Protocol load(Map<String, String> files) {
        Map<String, String> quoted = new HashMap<>();
        files.forEach((path, text) -> quoted.put(path, text.replace('\'', '"')));
        return Generator.load(new MemorySource("s", quoted), Strictness.STRICT).orThrow();
    }
}
