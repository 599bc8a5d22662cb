package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.output.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The run-time files of the Godot add-on, which generated code builds on. */
public final class AddonFiles {
    private static final String RESOURCES = "/dev/gdwire/gen/addon/gdwire";
    private static final String FOLDER = "addons/gdwire/";

    private AddonFiles() {}

    /** All of them, with paths from the folder of {@code project.godot}, sorted by path. */
    public static List<GeneratedFile> all() {
        URL resource = AddonFiles.class.getResource(RESOURCES + "/plugin.cfg");
        if (resource == null) {
            throw new IllegalStateException("the generator's resource is missing: " + RESOURCES);
        }
        try {
            if (!resource.getProtocol().equals("jar")) {
                return read(Path.of(resource.toURI()).getParent());
            }
            URL jar = ((JarURLConnection) resource.openConnection()).getJarFileURL();
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar.toURI()))) {
                return read(files.getPath(RESOURCES));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the generator's resource " + resource, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the generator's resource " + resource, e);
        }
    }

    private static List<GeneratedFile> read(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> file(folder, path))
                    .sorted(Comparator.comparing(GeneratedFile::path))
                    .toList();
        }
    }

    private static GeneratedFile file(Path folder, Path path) {
        try {
            String name = folder.relativize(path).toString().replace('\\', '/');
            return new GeneratedFile(FOLDER + name, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the generator's resource " + path, e);
        }
    }
}
