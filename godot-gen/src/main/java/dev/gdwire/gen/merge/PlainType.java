package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.Location;
import java.util.List;

/**
 * A type that gets a name: an object, an enum, a union or a tuple.
 *
 * @param reference what a {@code $ref} to it says
 * @param home where its words and its problems are
 * @param words of its name, before names of several types are told apart
 * @param node its plain schema
 * @param values of an enum, with the schemas that have words for them
 * @param branches of a union: the references to its types, in the order of the schema
 */
public record PlainType(
        String reference,
        Location home,
        List<String> words,
        ObjectNode node,
        Rule rule,
        List<Value> values,
        List<Branch> branches) {
    public PlainType {
        words = List.copyOf(words);
        values = List.copyOf(values);
        branches = List.copyOf(branches);
    }

    /** A value of an enum, with the schema that lists it. */
    public record Value(Literal literal, Location schema) {}

    /**
     * A type of a union.
     *
     * @param values of the property that tells the types apart
     */
    public record Branch(String reference, List<Literal> values) {
        public Branch {
            values = List.copyOf(values);
        }
    }
}
