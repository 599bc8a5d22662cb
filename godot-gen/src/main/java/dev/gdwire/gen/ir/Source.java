package dev.gdwire.gen.ir;

/**
 * A place in the schemas.
 *
 * @param file path of the file inside its schema set, with forward slashes
 * @param pointer JSON pointer (RFC 6901) inside the file; empty for its root
 * @param line from 1
 * @param column from 1, in characters
 */
public record Source(String file, String pointer, int line, int column) {}
