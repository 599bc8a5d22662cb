package dev.gdwire.gen.output;

/**
 * A file that a back end wrote.
 *
 * @param path below the output folder, with forward slashes
 * @param content the whole text
 */
public record GeneratedFile(String path, String content) {}
