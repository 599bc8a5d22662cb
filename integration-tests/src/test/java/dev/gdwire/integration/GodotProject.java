package dev.gdwire.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A Godot project made for a test: the add-on, the harness, and what the test adds. */
record GodotProject(Path folder) {
    private static final String ADDON = "/dev/gdwire/gen/addon/gdwire/plugin.cfg";
    private static final Path SOURCES = Path.of("src", "test", "godot");

    /** A project with the strictest warnings, with the add-on and the harness, without tests. */
    static GodotProject strict(Path folder) throws IOException {
        GodotProject project = new GodotProject(folder);
        Files.createDirectories(folder);
        Files.copy(SOURCES.resolve("project.godot"), folder.resolve("project.godot"));
        project.add("harness");
        project.addAddon();
        return project;
    }

    /** Copies a folder of {@code src/test/godot} to the same place of the project. */
    GodotProject add(String name) throws IOException {
        copy(SOURCES.resolve(name), folder.resolve(name));
        return this;
    }

    /** The add-on as users get it: its runtime with the generated core messages. */
    private void addAddon() throws IOException {
        Path target = folder.resolve("addons").resolve("gdwire");
        URI resource = resource();
        if (resource.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(resource, Map.of())) {
                copy(jar.provider().getPath(resource).getParent(), target);
            }
        } else {
            copy(Path.of(resource).getParent(), target);
        }
        copy(SOURCES.resolve("core"), target.resolve("core"));
    }

    private static URI resource() {
        try {
            return GodotProject.class.getResource(ADDON).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(ADDON, e);
        }
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
