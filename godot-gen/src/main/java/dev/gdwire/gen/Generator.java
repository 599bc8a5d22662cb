package dev.gdwire.gen;

import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.link.SchemaLinker;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.BundledSource;
import dev.gdwire.gen.schema.FolderSource;
import dev.gdwire.gen.schema.LoadedSet;
import dev.gdwire.gen.schema.MessageLayout;
import dev.gdwire.gen.schema.SchemaLoader;
import dev.gdwire.gen.schema.SetOptions;
import dev.gdwire.gen.schema.SetSource;
import dev.gdwire.gen.schema.Strictness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads schema sets. Stateless; safe for use by several threads. */
public final class Generator {
    private Generator() {}

    /** Reads the schema set in a folder. */
    public static LoadResult load(Path folder) {
        return load(new FolderSource(folder), Strictness.STRICT);
    }

    /**
     * Reads a schema set that ships with Gdwire: {@code core}, {@code godot} or {@code rl}.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static LoadResult bundled(String name) {
        try {
            return load(new BundledSource(name), Strictness.STRICT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a schema set from anywhere. */
    public static LoadResult load(SetSource source, Strictness strictness) {
        Problems problems = new Problems();
        Loaded loaded = load(source, strictness, SetOptions.NONE, problems);
        return new LoadResult(loaded.protocol(), problems.sorted(), loaded.texts());
    }

    /**
     * A protocol and the texts of its files.
     *
     * @param layout where its messages stand
     */
    record Loaded(Optional<Protocol> protocol, MessageLayout layout, Map<String, String> texts) {}

    static Loaded load(
            SetSource source, Strictness strictness, SetOptions options, Problems problems) {
        LoadedSet loaded = new SchemaLoader(strictness, options, problems).load(source);
        Optional<Protocol> protocol =
                loaded.set().flatMap(set -> new SchemaLinker(set, problems).link());
        MessageLayout layout =
                loaded.set().map(set -> set.config().messages()).orElse(MessageLayout.FILES);
        return new Loaded(protocol, layout, loaded.texts());
    }
}
