package dev.gdwire.gen.gdscript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.output.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole output, compared with files; {@code -Dgolden.update=true} writes them anew. */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src", "test", "resources", "golden", "gdscript");

    @Test
    void theRichSetIsAsBefore() throws IOException {
        Map<String, String> generated =
                GdScriptEmitter.emit(SampleProtocols.rich(), "rich").stream()
                        .collect(
                                Collectors.toMap(
                                        GeneratedFile::path,
                                        GeneratedFile::content,
                                        (first, second) -> first,
                                        TreeMap::new));
        if (Boolean.getBoolean("golden.update")) {
            update(generated);
        }
        Map<String, String> goldens = goldens();
        assertThat(generated.keySet()).isEqualTo(goldens.keySet());
        goldens.forEach((path, text) -> assertThat(generated.get(path)).as(path).isEqualTo(text));
    }

    @Test
    void theOrderOfTypesChangesNothing() {
        Protocol rich = SampleProtocols.rich();
        List<TypeDef> reversed = new ArrayList<>(rich.types());
        Collections.reverse(reversed);
        Protocol same =
                new Protocol(
                        rich.name(),
                        rich.version(),
                        rich.discriminator(),
                        rich.javaPackage(),
                        rich.godotClassName(),
                        rich.fingerprint(),
                        rich.messages(),
                        reversed,
                        rich.rules());
        assertThat(GdScriptEmitter.emit(same, "rich"))
                .isEqualTo(GdScriptEmitter.emit(rich, "rich"));
    }

    @Test
    void noLineIsLong() {
        for (GeneratedFile file : GdScriptEmitter.emit(SampleProtocols.rich(), "rich")) {
            assertThat(file.content().lines())
                    .as(file.path())
                    .allSatisfy(
                            line ->
                                    assertThat(line.replace("\t", "    ").length())
                                            .as(line)
                                            .isLessThanOrEqualTo(100));
        }
    }

    private static void update(Map<String, String> generated) throws IOException {
        for (String stale : goldens().keySet()) {
            Files.delete(GOLDENS.resolve(stale));
        }
        for (Map.Entry<String, String> file : generated.entrySet()) {
            Path path = GOLDENS.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> goldens() throws IOException {
        Map<String, String> goldens = new TreeMap<>();
        if (Files.exists(GOLDENS)) {
            try (Stream<Path> files = Files.walk(GOLDENS)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = GOLDENS.relativize(file).toString().replace('\\', '/');
                    goldens.put(path, Files.readString(file));
                }
            }
        }
        return goldens;
    }
}
