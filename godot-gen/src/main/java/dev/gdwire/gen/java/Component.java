package dev.gdwire.gen.java;

import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.TypeRef;

/**
 * A field, or an item of a tuple, as a component of a record.
 *
 * @param names its names in the code
 * @param place its place in faults, such as {@code hp}, {@code ["at-once"]} or {@code [0]}
 * @param presence how it may be missing
 * @param value type of its value, when it has one
 * @param type the component's own type: the value's, boxed, {@code @Nullable} or a {@code Maybe}
 */
record Component(
        FieldDef field,
        Names names,
        String place,
        Presence presence,
        TypeRef value,
        TypeName type) {
    /**
     * The names of a component.
     *
     * @param component of itself
     * @param wither of the method that changes it
     * @param constant what the names of its constants are made of
     * @param form of the method that gives Jackson its value, where that needs one
     */
    record Names(String component, String wither, String constant, String form) {}

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
        MAYBE,
        /** It is no field, but holds what has none. */
        OTHERS
    }

    String name() {
        return names.component();
    }

    String wireName() {
        return field.wireName();
    }

    /** Name of the constant with its default. */
    String defaultName() {
        return "DEFAULT_" + names.constant();
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

    boolean isOthers() {
        return presence == Presence.OTHERS;
    }

    /**
     * Whether Jackson, or one of its lines without modules, would write the value in another way
     * than the schema says.
     */
    boolean hasForm() {
        TypeRef leaf = Refs.leaf(value);
        if (leaf instanceof TypeRef.FormatRef text) {
            return switch (text.format()) {
                case DATE_TIME, DATE, TIME -> true;
                default -> false;
            };
        }
        if (leaf instanceof TypeRef.Int64StringRef) {
            return isOthers() || !isListOrOne(leaf);
        }
        return leaf instanceof TypeRef.PackedRef packed
                && packed.kind() != TypeRef.PackedKind.UINT8;
    }

    /** What the annotations of a component reach: it, or the items of its list. */
    private boolean isListOrOne(TypeRef leaf) {
        TypeRef type = Refs.unchecked(value);
        return type.equals(leaf)
                || type instanceof TypeRef.ListRef list
                        && Refs.unchecked(Refs.value(list.items())).equals(leaf);
    }

    /** Whether the component is {@code @Nullable}. */
    boolean isNullable() {
        return presence == Presence.REQUIRED_NULLABLE
                || presence == Presence.OPTIONAL
                || presence == Presence.DEFAULTED_NULLABLE;
    }
}
