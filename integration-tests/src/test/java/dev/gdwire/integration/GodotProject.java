package dev.gdwire.integration;

import dev.gdwire.gen.Generator;
import dev.gdwire.gen.gdscript.AddonFiles;
import dev.gdwire.gen.gdscript.GdScriptEmitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.output.GeneratedFile;
import dev.gdwire.gen.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Godot project made for a test: the add-on, the harness, and what the test adds. */
public record GodotProject(Path folder) {
    private static final Path SOURCES = Path.of("src", "test", "godot");
    private static final Path GOLDENS =
            Path.of("..", "godot-gen", "src", "test", "resources", "golden", "gdscript", "rich");

    /** A project with the strictest warnings, with the add-on and the harness, without tests. */
    public static GodotProject strict(Path folder) throws IOException {
        GodotProject project = new GodotProject(folder);
        Files.createDirectories(folder);
        Files.copy(SOURCES.resolve("project.godot"), folder.resolve("project.godot"));
        project.add("harness");
        return project.write(AddonFiles.all())
                .bundled("core", "addons/gdwire/core")
                .bundled("rl", "rl");
    }

    /** Copies a folder of {@code src/test/godot} to the same place of the project. */
    GodotProject add(String name) throws IOException {
        copy(SOURCES.resolve(name), folder.resolve(name));
        return this;
    }

    /** Copies the game of a folder of {@code src/test/tutorial} into the project's own folder. */
    GodotProject addTutorial(String name) throws IOException {
        copy(Path.of("src", "test", "tutorial", name), folder);
        return this;
    }

    /** Copies the game of a folder of {@code src/test/verdicts} into the project's own folder. */
    GodotProject addVerdicts(String name) throws IOException {
        copy(VerdictTable.FOLDER.resolve(name), folder);
        return this;
    }

    /** Copies the games of {@code src/test/tls} into the project's own folder. */
    GodotProject addTls() throws IOException {
        copy(Path.of("src", "test", "tls"), folder);
        return this;
    }

    /** Copies the game of {@code src/test/sessions} into the project's own folder. */
    public GodotProject addSessions() throws IOException {
        copy(Path.of("src", "test", "sessions"), folder);
        return this;
    }

    /** Copies the game of {@code src/test/attack} into the project's own folder. */
    public GodotProject addAttacked() throws IOException {
        copy(Path.of("src", "test", "attack", "game"), folder);
        return this;
    }

    /** Writes what the generator wrote. */
    GodotProject write(List<GeneratedFile> files) throws IOException {
        for (GeneratedFile file : files) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
        }
        return this;
    }

    /** Copies the goldens of the generator's tests, which are made of more than schemas give. */
    GodotProject addGoldens() throws IOException {
        copy(GOLDENS, folder.resolve("golden"));
        return this;
    }

    /** Adds the generated scripts of a set that ships with Gdwire. */
    GodotProject bundled(String set, String location) throws IOException {
        return generate(Generator.bundled(set).orThrow(), location);
    }

    /** Adds the generated scripts of the set in a folder of schemas. */
    public GodotProject generated(Path schemas, String location) throws IOException {
        return generate(Generator.load(schemas).orThrow(), location);
    }

    private GodotProject generate(Protocol protocol, String location) throws IOException {
        Problems problems = new Problems();
        List<GeneratedFile> files = GdScriptEmitter.emit(protocol, location, problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return write(files);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
