package dev.gdwire.gen;

import dev.gdwire.gen.schema.Strictness;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user asks the generator for.
 *
 * @param schemas folder of the schema set
 * @param javaOut folder for Java sources; empty when none are wanted
 * @param javaPackage package of the Java sources, over the one of {@code protocol.json}
 * @param godotOut folder of {@code project.godot}; empty when no GDScript is wanted
 * @param name name of the set, over the one of {@code protocol.json} and the folder's
 * @param strictness what happens on keywords that are not supported
 * @param mode whether files are written or only compared
 */
public record GeneratorRequest(
        Path schemas,
        Optional<Path> javaOut,
        Optional<String> javaPackage,
        Optional<Path> godotOut,
        Optional<String> name,
        Strictness strictness,
        Mode mode) {
    /** What happens to the files. */
    public enum Mode {
        /** They are written. */
        WRITE,
        /** Each that is not up to date is an error, and nothing is written. */
        CHECK
    }
}
