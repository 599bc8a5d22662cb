package dev.gdwire.gen;

import dev.gdwire.gen.schema.MessageLayout;
import dev.gdwire.gen.schema.SetOptions;
import dev.gdwire.gen.schema.Strictness;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user asks the generator for; {@link #of} begins one.
 *
 * @param schemas folder of the schema set
 * @param javaOut folder for Java sources; empty when none are wanted
 * @param javaPackage package of the Java sources, over the one of {@code protocol.json}
 * @param godotOut folder of {@code project.godot}; empty when no GDScript is wanted
 * @param options what holds of the set over its {@code protocol.json}
 * @param strictness what happens on keywords that are not supported
 * @param mode whether files are written or only compared
 */
public record GeneratorRequest(
        Path schemas,
        Optional<Path> javaOut,
        Optional<String> javaPackage,
        Optional<Path> godotOut,
        SetOptions options,
        Strictness strictness,
        Mode mode) {
    /** What happens to the files. */
    public enum Mode {
        /** They are written. */
        WRITE,
        /** Each that is not up to date is an error, and nothing is written. */
        CHECK
    }

    /** Begins a request for the schema set in a folder: strict, and to write. */
    public static Builder of(Path schemas) {
        return new Builder(schemas);
    }

    /**
     * A request in the making. Whatever may be left out may also be given as null, which is to
     * leave it out.
     */
    public static final class Builder {
        private final Path schemas;
        private Optional<Path> javaOut = Optional.empty();
        private Optional<String> javaPackage = Optional.empty();
        private Optional<Path> godotOut = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<MessageLayout> messages = Optional.empty();
        private Optional<String> discriminator = Optional.empty();
        private Strictness strictness = Strictness.STRICT;
        private Mode mode = Mode.WRITE;

        private Builder(Path schemas) {
            this.schemas = schemas;
        }

        /** Asks for Java sources in a folder. */
        public Builder javaOut(Path folder) {
            javaOut = Optional.ofNullable(folder);
            return this;
        }

        /** Names the package of the Java sources. */
        public Builder javaPackage(String packageName) {
            javaPackage = Optional.ofNullable(packageName);
            return this;
        }

        /** Asks for GDScript in a folder, the one of {@code project.godot}. */
        public Builder godotOut(Path folder) {
            godotOut = Optional.ofNullable(folder);
            return this;
        }

        /** Names the set. */
        public Builder name(String setName) {
            name = Optional.ofNullable(setName);
            return this;
        }

        /** Says where the messages stand. */
        public Builder messages(MessageLayout layout) {
            messages = Optional.ofNullable(layout);
            return this;
        }

        /** Names the property that holds a message's tag. */
        public Builder discriminator(String property) {
            discriminator = Optional.ofNullable(property);
            return this;
        }

        /** Says what happens on keywords that are not supported. */
        public Builder strictness(Strictness wanted) {
            strictness = wanted;
            return this;
        }

        /** Says whether files are written or only compared. */
        public Builder mode(Mode wanted) {
            mode = wanted;
            return this;
        }

        /** The request. */
        public GeneratorRequest build() {
            SetOptions options = new SetOptions(name, messages, discriminator);
            return new GeneratorRequest(
                    schemas, javaOut, javaPackage, godotOut, options, strictness, mode);
        }
    }
}
