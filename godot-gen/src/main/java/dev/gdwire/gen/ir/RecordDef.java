package dev.gdwire.gen.ir;

import java.util.List;

/**
 * An object with named fields.
 *
 * @param fields in the order of the schema
 * @param unknown what happens to properties that have no field
 */
public record RecordDef(
        TypeName name, Source source, Doc doc, List<FieldDef> fields, UnknownFields unknown)
        implements TypeDef {
    public RecordDef {
        fields = List.copyOf(fields);
    }
}
