package dev.gdwire.gen.ir;

import java.util.List;
import java.util.Optional;

/**
 * An object with named fields.
 *
 * @param fields in the order of the schema
 * @param unknown what happens to properties that have no field
 * @param others type of the properties that have no field, when they are kept; else empty
 * @param rule what the schema says of the object beyond its fields, checked last; {@link
 *     Rule#ANYTHING} when it says nothing
 */
public record RecordDef(
        TypeName name,
        Source source,
        Doc doc,
        List<FieldDef> fields,
        UnknownFields unknown,
        Optional<TypeRef> others,
        Rule rule)
        implements TypeDef {
    public RecordDef {
        fields = List.copyOf(fields);
        if (others.isPresent() != (unknown == UnknownFields.KEPT)) {
            throw new IllegalArgumentException(name + ": others have a type when they are kept");
        }
    }

    /** An object that keeps nothing unknown, and of which no more is said. */
    public RecordDef(
            TypeName name, Source source, Doc doc, List<FieldDef> fields, UnknownFields unknown) {
        this(name, source, doc, fields, unknown, Optional.empty(), Rule.ANYTHING);
    }

    /** The same with other fields. */
    public RecordDef withFields(List<FieldDef> changed) {
        return new RecordDef(name, source, doc, changed, unknown, others, rule);
    }
}
