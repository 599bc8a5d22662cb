package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.TypeRef;
import java.util.Optional;

/**
 * A property of a generated class.
 *
 * @param key its key on the wire, as an expression
 * @param name name of the property
 * @param bare the name without the underscore of a taken word, to make other names from
 * @param checkedType its type with the rules in it, without null
 * @param state how it can be without a value
 */
record GdField(
        FieldDef def, String key, String name, String bare, TypeRef checkedType, State state) {
    /** How a property can be without a value. */
    enum State {
        /** It has always one. */
        ALWAYS,
        /** It is a constant of the class. */
        CONSTANT,
        /** It can be null, and always travels. */
        NULLABLE,
        /** It can be absent. */
        OPTIONAL,
        /** It can be absent, and it can be null. */
        OPTIONAL_NULLABLE;

        static State of(FieldDef def) {
            boolean nullable = def.type() instanceof TypeRef.NullableRef;
            boolean required = def.presence() == FieldDef.Presence.REQUIRED;
            if (required && def.type() instanceof TypeRef.ConstRef) {
                return CONSTANT;
            } else if (required || def.defaultValue().isPresent()) {
                return nullable ? NULLABLE : ALWAYS;
            }
            return nullable ? OPTIONAL_NULLABLE : OPTIONAL;
        }

        boolean isNullable() {
            return this == NULLABLE || this == OPTIONAL_NULLABLE;
        }

        boolean isOptional() {
            return this == OPTIONAL || this == OPTIONAL_NULLABLE;
        }
    }

    static GdField of(FieldDef def, String key, String name, String bare) {
        TypeRef type = def.type() instanceof TypeRef.NullableRef outer ? outer.type() : def.type();
        return new GdField(def, key, name, bare, type, State.of(def));
    }

    /** Its type, without null and without the rules in it. */
    TypeRef type() {
        return Checked.strip(checkedType);
    }

    boolean isRequired() {
        return def.presence() == FieldDef.Presence.REQUIRED;
    }

    boolean isNullable() {
        return state.isNullable();
    }

    boolean isOptional() {
        return state.isOptional();
    }

    /** The default that is a value; empty for null and for none. */
    Optional<Literal> defaultValue() {
        return def.defaultValue().filter(value -> !(value instanceof Literal.NullLiteral));
    }

    /** Condition under which the property has a value; empty when it always has. */
    String condition() {
        return switch (state) {
            case ALWAYS, CONSTANT -> "";
            case NULLABLE -> "not " + isNull();
            case OPTIONAL -> has();
            case OPTIONAL_NULLABLE -> has() + " and not " + isNull();
        };
    }

    /** Name of a parameter, which must not be that of a property: {@code p_max_frame}. */
    String parameter() {
        return "p_" + bare;
    }

    String has() {
        return MemberNames.has(bare) + "()";
    }

    String isNull() {
        return MemberNames.isNull(bare) + "()";
    }

    String setNull() {
        return MemberNames.setNull(bare) + "()";
    }

    String clear() {
        return MemberNames.clear(bare) + "()";
    }

    String hasFlag() {
        return MemberNames.hasFlag(bare);
    }

    String nullFlag() {
        return MemberNames.nullFlag(bare);
    }
}
