package dev.gdwire.gen.ir;

import java.util.Optional;

/**
 * A property of an object.
 *
 * @param wireName its name on the wire
 * @param type its type; {@link TypeRef.NullableRef} outermost when null is allowed
 * @param presence whether it may be absent
 * @param defaultValue the value that an absent property has; empty when there is none. It always
 *     fits the type. Only optional fields have one here.
 */
public record FieldDef(
        String wireName,
        Source source,
        Doc doc,
        TypeRef type,
        Presence presence,
        Optional<Literal> defaultValue) {

    /** The words of the schema, and what the limits of the type are. */
    public Doc words() {
        return LimitWords.of(type).map(doc::with).orElse(doc);
    }

    /** The same with another default. */
    public FieldDef withDefault(Optional<Literal> changed) {
        return new FieldDef(wireName, source, doc, type, presence, changed);
    }

    /** The same with another type. */
    public FieldDef withType(TypeRef changed) {
        return new FieldDef(wireName, source, doc, changed, presence, defaultValue);
    }

    /** Whether a property may be absent. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }
}
