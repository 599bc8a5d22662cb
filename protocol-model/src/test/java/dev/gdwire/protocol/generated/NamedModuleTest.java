package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Generator;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedModuleTest {
    private static final String MODULE =
            """
            module zoo {
                requires transitive dev.gdwire.protocol;

                exports zoo.messages;

                provides dev.gdwire.protocol.Protocol with zoo.messages.ZooProtocol;
            }
            """;

    @Test
    void generatedCodeCompilesInANamedModule(@TempDir Path classes) throws Exception {
        EmitOptions options = new EmitOptions(Optional.of("zoo.messages"));
        List<GeneratedFile> files =
                new ArrayList<>(
                        new JavaEmitter()
                                .emit(
                                        Generator.load(Path.of("src/test/schemas/zoo")).orThrow(),
                                        options,
                                        new Problems()));
        files.add(new GeneratedFile("module-info.java", MODULE));
        CompiledSet.compile(files, classes, "--module-path", CompiledSet.modulePath());
        assertThat(classes.resolve("module-info.class")).exists();
    }
}
