package dev.gdwire.gen.ir;

import java.util.List;
import java.util.Optional;

/**
 * An array with a type for each of its items, which are all there: {@code prefixItems} with as many
 * {@code minItems} and {@code maxItems} (or {@code "items": false}).
 *
 * @param items at least one
 * @param rule what the schema says of the array beyond its items, checked last; {@link
 *     Rule#ANYTHING} when it says nothing
 */
public record TupleDef(TypeName name, Source source, Doc doc, List<Item> items, Rule rule)
        implements TypeDef {
    public TupleDef {
        items = List.copyOf(items);
    }

    /** An array of which no more is said. */
    public TupleDef(TypeName name, Source source, Doc doc, List<Item> items) {
        this(name, source, doc, items, Rule.ANYTHING);
    }

    /**
     * One item.
     *
     * @param label its name in code, in lower_snake_case: from the title of its schema, else {@code
     *     item_0}; no two of a tuple are equal
     */
    public record Item(String label, Source source, Doc doc, TypeRef type) {
        /** The item as a property of its label, as languages without tuples have it. */
        public FieldDef field() {
            return new FieldDef(
                    label, source, doc, type, FieldDef.Presence.REQUIRED, Optional.empty());
        }
    }
}
