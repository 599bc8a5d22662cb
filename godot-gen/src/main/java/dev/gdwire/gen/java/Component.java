package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.TypeRef;

/**
 * A field as a component of a record.
 *
 * @param name the component's name
 * @param presence how it may be missing
 * @param value type of its value, when it has one
 * @param type the component's own type: the value's, boxed, {@code @Nullable} or a {@code Maybe}
 * @param defaultValue Java expression of its default; empty when there is none
 */
record Component(
        FieldDef field,
        String name,
        Presence presence,
        TypeRef value,
        TypeName type,
        CodeBlock defaultValue) {
    /** How a component may be missing. */
    enum Presence {
        /** It is always there, and never null. */
        REQUIRED,
        /** It is always there, and may be null. */
        REQUIRED_NULLABLE,
        /** It may be absent, which is null in Java. */
        OPTIONAL,
        /** It has its default when it is absent. */
        DEFAULTED,
        /** It has its default when it is absent, and may be null. */
        DEFAULTED_NULLABLE,
        /** It may be absent, and may be null. */
        MAYBE
    }

    String wireName() {
        return field.wireName();
    }

    boolean isRequired() {
        return presence == Presence.REQUIRED || presence == Presence.REQUIRED_NULLABLE;
    }

    boolean isDefaulted() {
        return presence == Presence.DEFAULTED || presence == Presence.DEFAULTED_NULLABLE;
    }

    boolean isMaybe() {
        return presence == Presence.MAYBE;
    }

    /** Whether the component is {@code @Nullable}. */
    boolean isNullable() {
        return presence == Presence.REQUIRED_NULLABLE
                || presence == Presence.OPTIONAL
                || presence == Presence.DEFAULTED_NULLABLE;
    }
}
