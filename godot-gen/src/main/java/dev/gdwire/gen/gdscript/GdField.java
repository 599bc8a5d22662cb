package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.TypeRef;
import java.util.Optional;

/**
 * A property of a generated class.
 *
 * @param name name of the property
 * @param type its type, without null
 * @param state how it can be without a value
 */
record GdField(FieldDef def, String name, TypeRef type, State state) {
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
        OPTIONAL_NULLABLE
    }

    static GdField of(FieldDef def) {
        boolean nullable = def.type() instanceof TypeRef.NullableRef;
        TypeRef type = def.type() instanceof TypeRef.NullableRef outer ? outer.type() : def.type();
        boolean required = def.presence() == FieldDef.Presence.REQUIRED;
        boolean constant = required && !nullable && type instanceof TypeRef.ConstRef;
        boolean travels = required || def.defaultValue().isPresent();
        State state;
        if (constant) {
            state = State.CONSTANT;
        } else if (travels) {
            state = nullable ? State.NULLABLE : State.ALWAYS;
        } else {
            state = nullable ? State.OPTIONAL_NULLABLE : State.OPTIONAL;
        }
        String name =
                constant ? GdNames.constant(def.wireName()) : GdNames.property(def.wireName());
        return new GdField(def, name, type, state);
    }

    /** The key of the property, as an expression. */
    String key() {
        return GdText.quoted(def.wireName());
    }

    boolean isRequired() {
        return def.presence() == FieldDef.Presence.REQUIRED;
    }

    boolean isNullable() {
        return state == State.NULLABLE || state == State.OPTIONAL_NULLABLE;
    }

    boolean isOptional() {
        return state == State.OPTIONAL || state == State.OPTIONAL_NULLABLE;
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

    String has() {
        return GdNames.memberOfObject("has_" + bare()) + "()";
    }

    String isNull() {
        return "is_" + bare() + "_null()";
    }

    String setNull() {
        return "set_" + bare() + "_null()";
    }

    String clear() {
        return "clear_" + bare() + "()";
    }

    String hasFlag() {
        return "_has_" + bare();
    }

    String nullFlag() {
        return "_" + bare() + "_is_null";
    }

    /** The name without the underscore of a taken word, to make other names from. */
    String bare() {
        return GdNames.snakeCase(def.wireName());
    }
}
