package dev.gdwire.cli;

import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorResult;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.output.OutputReport;
import dev.gdwire.protocol.GdwireException;
import java.nio.file.Path;

/**
 * The generated sources of the demo: the Java that its build compiles, and the GDScript that its
 * game loads. They are brought up to date before the game starts.
 */
final class DemoSources {
    private static final String GODOT = "examples/arena/godot";
    private static final String SOURCES = "target/generated-sources/gdwire";

    /**
     * Generates both sides of both schema sets.
     *
     * @return what was done, in one line
     * @throws GdwireException if a schema set has errors, or a file cannot be written
     */
    String generate() {
        OutputReport rl = generate("schemas/rl", "protocol-model");
        OutputReport arena = generate("examples/arena/schemas", "examples/arena");
        return "generated Java and GDScript from schemas/rl and examples/arena/schemas: %d files written, %d up to date"
                .formatted(rl.written() + arena.written(), rl.unchanged() + arena.unchanged());
    }

    private static OutputReport generate(String schemas, String module) {
        Path javaOut = Home.resolve(module).resolve(SOURCES);
        GeneratorRequest request =
                GeneratorRequest.of(Home.resolve(schemas))
                        .javaOut(javaOut)
                        .godotOut(Home.resolve(GODOT))
                        .build();
        GeneratorRun run = new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter());
        GeneratorResult result = run.run(request);
        if (result.loaded().hasErrors()) {
            throw new GdwireException(schemas + " has errors:\n" + result.loaded().printed());
        }
        return result.report();
    }
}
