package dev.gdwire.gen.ir;

import java.util.Optional;

/**
 * Words for people.
 *
 * @param description as the schema has it: any text, often Markdown
 */
public record Doc(Optional<String> title, Optional<String> description, boolean deprecated) {
    /** No words. */
    public static final Doc NONE = new Doc(Optional.empty(), Optional.empty(), false);
}
