package dev.gdwire.gen.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.ir.TypeDef;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares generated Java with what is checked in; {@code -Dgolden.update=true} rewrites that. */
class JavaGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/java");

    @Test
    void generatedFilesAreTheGoldenOnes() throws IOException {
        Map<String, String> actual = files(Samples.zoo());
        actual.putAll(files(ShopSample.shop()));
        if (Boolean.getBoolean("golden.update")) {
            update(actual);
        }
        assertThat(golden()).isEqualTo(actual);
    }

    @Test
    void theOrderOfTypesDoesNotMatter() {
        Protocol zoo = Samples.zoo();
        List<TypeDef> types = new ArrayList<>(zoo.types());
        Collections.reverse(types);
        Protocol reversed = Samples.protocol(zoo.name(), zoo.messages(), types);
        assertThat(files(reversed)).isEqualTo(files(zoo));
    }

    private static Map<String, String> files(Protocol protocol) {
        Problems problems = new Problems();
        EmitOptions options = new EmitOptions(Optional.of(protocol.name() + ".messages"));
        Map<String, String> files = new TreeMap<>();
        for (GeneratedFile file : new JavaEmitter().emit(protocol, options, problems)) {
            files.put(file.path(), file.content());
        }
        assertThat(problems.sorted()).isEmpty();
        return files;
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(GOLDEN)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = GOLDEN.relativize(path).toString().replace('\\', '/');
                files.put(name.replaceFirst("\\.txt$", ""), Files.readString(path));
            }
        }
        return files;
    }

    private static void update(Map<String, String> files) throws IOException {
        for (String old : Files.exists(GOLDEN) ? golden().keySet() : List.<String>of()) {
            Files.delete(GOLDEN.resolve(old + ".txt"));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = GOLDEN.resolve(file.getKey() + ".txt");
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
