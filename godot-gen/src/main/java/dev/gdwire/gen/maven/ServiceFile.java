package dev.gdwire.gen.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * The file by which {@link java.util.ServiceLoader} finds a module's protocols: a line for each.
 */
final class ServiceFile {
    private final Path file;
    private final Path sources;

    private ServiceFile(Path file, Path sources) {
        this.file = file;
        this.sources = sources;
    }

    /** The file in a folder of resources, whose classes are generated into a folder of sources. */
    static ServiceFile in(Path resources, Path sources) {
        return new ServiceFile(
                resources.resolve("META-INF/services/dev.gdwire.protocol.Protocol"), sources);
    }

    /** Adds a class, and drops those that are no longer generated. */
    void add(String className) throws IOException {
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        TreeSet<String> after = new TreeSet<>(before);
        after.removeIf(name -> !isGenerated(name));
        after.add(className);
        if (!before.equals(List.copyOf(after))) {
            Files.createDirectories(file.getParent());
            Files.write(file, after);
        }
    }

    private boolean isGenerated(String className) {
        return Files.exists(sources.resolve(className.replace('.', '/') + ".java"));
    }
}
