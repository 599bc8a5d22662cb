package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    private static final String PING =
            """
            {
              "type": "object",
              "properties": { "nonce": { "type": "integer" } },
              "required": ["nonce"]
            }
            """;

    @TempDir Path folder;

    private Path schemas;
    private Path java;
    private Path godot;

    @BeforeEach
    void folders() throws IOException {
        schemas = Files.createDirectory(folder.resolve("game"));
        java = folder.resolve("java");
        godot = folder.resolve("godot");
    }

    @Test
    void writesBothSidesAndSaysHowMuch() throws IOException {
        schema("ping", PING);
        CommandRun run = generate();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("[0-9]+ files written, 0 up to date, 0 deleted\\R");
        assertThat(run.code()).isZero();
        assertThat(java.resolve("game/Ping.java")).exists();
        assertThat(godot.resolve("game/messages/ping.gd")).exists();
        assertThat(godot.resolve("addons/gdwire/plugin.cfg")).exists();
    }

    @Test
    void aSecondRunWritesNothingAndAThirdDeletesWhatIsGone() throws IOException {
        schema("ping", PING);
        schema("pong", PING);
        generate();
        assertThat(generate().out()).matches("0 files written, [0-9]+ up to date, 0 deleted\\R");
        Files.delete(schemas.resolve("pong.schema.json"));
        assertThat(generate().out()).matches("[0-9]+ files written, .*, 3 deleted\\R");
        assertThat(java.resolve("game/Pong.java")).doesNotExist();
        assertThat(godot.resolve("game/messages/pong.gd")).doesNotExist();
    }

    @Test
    void checkTellsWhatIsNotUpToDateAndWritesNothing() throws IOException {
        schema("ping", PING);
        assertThat(check().code()).isEqualTo(1);
        assertThat(java).doesNotExist();
        generate();
        assertThat(check())
                .isEqualTo(
                        new CommandRun(0, "everything is up to date" + System.lineSeparator(), ""));
        Path record = java.resolve("game/Ping.java");
        Files.writeString(record, Files.readString(record) + "// changed\n");
        CommandRun stale = check();
        assertThat(stale.code()).isEqualTo(1);
        assertThat(stale.err()).contains("game/Ping.java").contains("out of date");
        assertThat(Files.readString(record)).endsWith("// changed\n");
    }

    @Test
    void aSchemaThatIsNotJson() throws IOException {
        schema("ping", "{\"type\": \"object\", }\n");
        assertRefused(
                """
                SET/ping.schema.json:1:20: error GW001: the file is not JSON: Unexpected character ('}'): \
                was expecting double-quote to start field name
                    {"type": "object", }
                                       ^
                  hint: a schema file is one JSON object (RFC 8259): no comments, no trailing commas
                """);
    }

    @Test
    void aReferenceThatPointsAtNothing() throws IOException {
        schema(
                "ping",
                """
                {
                  "type": "object",
                  "properties": {
                    "unit": { "$ref": "types/unit.schema.json" }
                  }
                }
                """);
        assertRefused(
                """
                SET/ping.schema.json:4:23: error GW020: "types/unit.schema.json" points at nothing: \
                there is no file types/unit.schema.json
                    "unit": { "$ref": "types/unit.schema.json" }
                                      ^
                  hint: a path starts at the file it stands in; files end with .schema.json
                """);
    }

    @Test
    void twoTypesThatAskForOneName() throws IOException {
        schema("spawn", PING.replace("{\n", "{\n  \"x-gdwire\": {\"name\": \"Spawn\"},\n"));
        schema("entity", PING.replace("{\n", "{\n  \"x-gdwire\": {\"name\": \"Spawn\"},\n"));
        assertRefused(
                """
                SET/spawn.schema.json:2:24: error GW030: the name "Spawn" is taken
                    "x-gdwire": {"name": "Spawn"},
                                         ^
                  hint: choose another, or leave it out
                """);
    }

    @Test
    void anEmptyFolderIsNotTheCurrentOne() throws IOException {
        schema("ping", PING);
        for (String option : new String[] {"--java-out", "--godot-out", "--schemas"}) {
            CommandRun run =
                    option.equals("--schemas")
                            ? CommandRun.of("generate", option, "", "--java-out", java.toString())
                            : CommandRun.of(
                                    "generate", "--schemas", schemas.toString(), option, "");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(option + " is empty: give a folder");
        }
    }

    @Test
    void anOutputFolderThatCannotBeWritten() throws IOException {
        schema("ping", PING);
        Path file = Files.createFile(folder.resolve("file"));
        CommandRun run =
                CommandRun.of(
                        "generate",
                        "--schemas",
                        schemas.toString(),
                        "--java-out",
                        java.toString(),
                        "--godot-out",
                        file.resolve("game").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "%1$s/game: error GW040: the output folder cannot be written: %1$s is a file\n  hint: give a folder that you may write to, with room; nothing was written\n1 error\n"
                                .formatted(file));
        assertNothingWritten();
    }

    @Test
    void jsonIsAllThatIsWrittenForPrograms() throws IOException {
        schema("ping", "{\"type\": \"object\", \"required\": 3}\n");
        CommandRun run = generate("--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"file\":\"" + schemas.resolve("ping.schema.json") + "\",\"line\":1,")
                .contains("\"severity\":\"error\",\"id\":\"GW011\",\"message\":\"");
        assertNothingWritten();
    }

    @Test
    void jsonIsEmptyWhenAllIsWell() throws IOException {
        schema("ping", PING);
        assertThat(generate("--json")).isEqualTo(new CommandRun(0, "", ""));
        assertThat(generate("--json", "--check")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void jsonHasWarningsToo() throws IOException {
        schema("ping", PING);
        Files.writeString(schemas.resolve("notes.json"), "{}");
        CommandRun run = generate("--json");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"severity\":\"warning\",\"id\":\"GW027\"");
    }

    @Test
    void warningsAreCounted() throws IOException {
        schema("ping", PING);
        Files.writeString(schemas.resolve("notes.json"), "{}");
        Files.writeString(schemas.resolve("more.json"), "{}");
        assertThat(generate().err()).endsWith("\n2 warnings\n");
        schema("pong", "{\"type\": \"object\", \"required\": 3}\n");
        assertThat(generate().err()).endsWith("\n1 error, 2 warnings\n");
    }

    @Test
    void noOutputAskedForIsAnErrorOfUse() {
        CommandRun run = CommandRun.of("generate", "--schemas", schemas.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Nothing to generate: give --java-out, --godot-out or both");
    }

    private void schema(String name, String text) throws IOException {
        Files.writeString(schemas.resolve(name + ".schema.json"), text);
    }

    private CommandRun generate(String... more) {
        List<String> arguments =
                List.of(
                        "generate",
                        "--schemas",
                        schemas.toString(),
                        "--java-out",
                        java.toString(),
                        "--godot-out",
                        godot.toString());
        return CommandRun.of(
                Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private CommandRun check() {
        return generate("--check");
    }

    private void assertRefused(String text) {
        CommandRun run = generate();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(text.replace("SET", schemas.toString()) + "1 error\n");
        assertNothingWritten();
    }

    private void assertNothingWritten() {
        assertThat(java).doesNotExist();
        assertThat(godot).doesNotExist();
    }
}
