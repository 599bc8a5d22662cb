package dev.gdwire.gen.ir;

import java.util.List;

/**
 * A type's name before any language has shaped it: the lower-case words of its place in the
 * schemas, such as {@code [spawn, entity, inventory]}. Unique in a protocol.
 */
public record TypeName(List<String> words) implements Comparable<TypeName> {
    public TypeName {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a type name needs a word");
        }
    }

    /** The words with underscores between, such as {@code spawn_entity_inventory}. */
    public String snakeCase() {
        return String.join("_", words);
    }

    @Override
    public int compareTo(TypeName other) {
        return snakeCase().compareTo(other.snakeCase());
    }

    @Override
    public String toString() {
        return snakeCase();
    }
}
