package dev.gdwire.gen.schema;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A schema set that ships with Gdwire, read whole from the class path: a folder or an archive. */
public final class BundledSource implements SetSource {
    private static final String ROOT = "dev/gdwire/schemas/";

    /** Names of the sets, with a file that each surely has. */
    private static final Map<String, String> SETS =
            Map.of(
                    "core", "hello.schema.json",
                    "godot", "vector2.schema.json",
                    "rl", "step.schema.json");

    private final String name;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException if no set of this name ships
     * @throws IOException if the class path does not hold it or cannot be read
     */
    public BundledSource(String name) throws IOException {
        this(name, BundledSource.class.getClassLoader());
    }

    BundledSource(String name, ClassLoader loader) throws IOException {
        if (!SETS.containsKey(name)) {
            throw new IllegalArgumentException(
                    "no schema set " + name + " ships with Gdwire, only " + names());
        }
        this.name = name;
        String resource = ROOT + name + "/" + SETS.get(name);
        URL url = loader.getResource(resource);
        if (url == null) {
            throw new IOException(resource + " is not on the class path");
        }
        try {
            readFrom(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(url + " is no place that can be read", e);
        }
    }

    /** Names of the sets that ship. */
    public static List<String> names() {
        return SETS.keySet().stream().sorted().toList();
    }

    @Override
    public String label() {
        return "gdwire:" + name;
    }

    @Override
    public String defaultName() {
        return name;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String path) {
        return files.get(path).clone();
    }

    private void readFrom(URI uri) throws IOException {
        if (!uri.getScheme().equals("jar")) {
            readFolder(Path.of(uri).getParent());
            return;
        }
        String whole = uri.toString();
        Path archive = Path.of(URI.create(whole.substring("jar:".length(), whole.indexOf("!/"))));
        // A file system of our own: one found by its URI is shared, and somebody else may close it.
        try (FileSystem system = FileSystems.newFileSystem(archive)) {
            readFolder(system.getPath("/" + ROOT + name));
        }
    }

    private void readFolder(Path folder) throws IOException {
        FolderSource source = new FolderSource(folder);
        for (String path : source.paths()) {
            files.put(path, source.read(path));
        }
    }
}
