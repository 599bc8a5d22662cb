package dev.gdwire.gen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gdwire.gen.Generator;
import dev.gdwire.gen.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    private static final String MESSAGE = "{\"type\": \"object\"}";

    @TempDir Path folder;

    @BeforeEach
    void set() throws IOException {
        put("set/move.schema.json");
    }

    @Test
    void whatLooksLikeASchemaIsNotLeftOutSilently() throws IOException {
        put("set/.schema.json");
        put("set/LOUD.SCHEMA.JSON");
        put("set/types/.hidden.schema.json");
        put("set/turn.schema.json/inner.schema.json");
        Files.createDirectory(folder.resolve("set/protocol.json"));
        assertThat(problems())
                .containsExactly(
                        ".schema.json: warning GW027: the file is hidden, and so no part of the"
                                + " schema set",
                        "LOUD.SCHEMA.JSON: warning GW027: the file is no part of the schema set:"
                                + " its name ends in capital letters",
                        "protocol.json: warning GW027: a folder has the name of a schema file, and"
                                + " is none",
                        "turn.schema.json: warning GW027: a folder has the name of a schema file,"
                                + " and is none",
                        "types/.hidden.schema.json: warning GW027: the file is hidden, and so no"
                                + " part of the schema set");
    }

    @Test
    void hiddenFoldersAndFilesOfEditorsAreNobodysSchemas() throws IOException {
        put("set/.git/a.schema.json");
        put("set/.settings.json");
        put("set/readme.md");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aBackslashIsNoSlash() throws IOException {
        assumeThat(File.separatorChar).isEqualTo('/');
        put("set/a\\b.schema.json");
        put("set/a/c.schema.json");
        assertThat(problems())
                .containsExactly(
                        "a\\b.schema.json: error GW031: the file's name has a backslash, which"
                                + " separates folders on other systems");
    }

    @Test
    void nothingOutsideOfTheFolderIsRead() throws IOException {
        put("secret.json");
        FolderSource source = new FolderSource(folder.resolve("set"));
        assertThat(source.read("move.schema.json")).isNotEmpty();
        assertThatThrownBy(() -> source.read("../secret.json"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
    }

    private List<String> problems() {
        return Generator.load(folder.resolve("set")).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private void put(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, MESSAGE);
    }
}
