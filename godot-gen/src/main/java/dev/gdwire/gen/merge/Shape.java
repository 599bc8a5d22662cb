package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.schema.Location;
import java.util.List;
import java.util.Optional;

/** What the values of a conjunction have in common, null left aside: what their type will be. */
sealed interface Shape {
    /** Nothing: any JSON value. */
    record AnyJson() implements Shape {}

    /** No value at all. */
    record Nothing() implements Shape {}

    /**
     * A few scalars.
     *
     * @param values at least one
     * @param open the strings beside them; empty when all others are refused
     */
    record Values(List<Value> values, Optional<Facts> open) implements Shape {}

    /**
     * A scalar, with the schema that has words for it.
     *
     * @param schema lists the value
     */
    record Value(Literal literal, Location schema) {}

    /** Objects with declared properties. */
    record Properties() implements Shape {}

    /** Objects whose members are all of one kind. */
    record Members(List<Location> values) implements Shape {
        public Members {
            values = List.copyOf(values);
        }
    }

    /** Arrays. */
    record Items(List<Location> items) implements Shape {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Arrays with a schema for each of their items. */
    record Tuple(int size) implements Shape {}

    /** Text. */
    record Text() implements Shape {}

    /** Numbers. */
    record Number(boolean whole) implements Shape {}

    /** {@code true} and {@code false}. */
    record Flag() implements Shape {}

    /** A type of Godot's own. */
    record Native(NativeType type) implements Shape {}

    /**
     * Objects of several shapes, told apart by a property.
     *
     * @param branches for each, the schemas that must all hold
     */
    record Union(String property, List<Branch> branches) implements Shape {
        public Union {
            branches = List.copyOf(branches);
        }
    }

    /**
     * One of the shapes of a union.
     *
     * @param schema as the union lists it
     * @param all the schemas that must hold
     * @param values the property's values
     */
    record Branch(Location schema, List<Location> all, List<Literal> values) {
        public Branch {
            all = List.copyOf(all);
            values = List.copyOf(values);
        }
    }
}
