package dev.gdwire.gen.ir;

import java.util.List;

/**
 * A closed set of strings.
 *
 * @param values in the order of the schema, without duplicates
 */
public record EnumDef(TypeName name, Source source, Doc doc, List<String> values)
        implements TypeDef {
    public EnumDef {
        values = List.copyOf(values);
    }
}
