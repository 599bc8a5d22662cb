package dev.gdwire.gen.output;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One file that a back end wrote.
 *
 * @param path below the output folder, with forward slashes
 * @param content text, written as UTF-8
 */
public record GeneratedFile(String path, String content) {
    public GeneratedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(content, "content");
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
