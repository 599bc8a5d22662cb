package dev.gdwire.gen.merge;

import dev.gdwire.gen.schema.Location;
import java.util.List;

/**
 * Schemas that must all hold for one value, with what they refer to and what stands in their {@code
 * allOf}.
 *
 * @param atoms those of them that say something themselves, each once; in the order of the fields
 *     of an object that is made of them
 * @param key equal for conjunctions of the same atoms
 */
record Conjunction(List<Location> atoms, List<Integer> key) {
    Conjunction {
        atoms = List.copyOf(atoms);
        key = List.copyOf(key);
    }

    /** Whether every value is allowed. */
    boolean isEmpty() {
        return atoms.isEmpty();
    }
}
