package dev.gdwire.gen.gdscript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Text files beside the generator's classes. */
final class Resources {
    private Resources() {}

    /** The whole text of a resource of {@code dev/gdwire/gen/}. */
    static String text(String path) {
        try (InputStream in = Resources.class.getResourceAsStream("/dev/gdwire/gen/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the generator's resource is missing: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the generator's resource " + path, e);
        }
    }

    /** The words of a resource that has one on each line. */
    static Set<String> words(String path) {
        return text(path).lines().collect(Collectors.toUnmodifiableSet());
    }
}
