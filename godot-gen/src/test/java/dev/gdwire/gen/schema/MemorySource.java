package dev.gdwire.gen.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A schema set of texts, listed in the order of the map. */
public record MemorySource(String name, Map<String, String> files) implements SetSource {
    @Override
    public String label() {
        return name;
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
        return files.get(path).getBytes(StandardCharsets.UTF_8);
    }
}
