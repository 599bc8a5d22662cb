package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.FieldDef;
import dev.gdwire.gen.ir.RecordDef;
import dev.gdwire.gen.ir.TypeRef;
import java.util.List;

/** Makes components of fields. */
final class Components {
    private final JavaTypes types;
    private final Literals literals;

    Components(JavaTypes types, Literals literals) {
        this.types = types;
        this.literals = literals;
    }

    /** The components of a record: its fields but those that are fixed. */
    List<Component> of(RecordDef record) {
        return record.fields().stream().filter(field -> !isFixed(field)).map(this::of).toList();
    }

    /** Whether a field always has the same value, so that no component is needed for it. */
    static boolean isFixed(FieldDef field) {
        return field.presence() == FieldDef.Presence.REQUIRED
                && field.type() instanceof TypeRef.ConstRef;
    }

    static Component.Presence presence(FieldDef field) {
        boolean nullable = field.type() instanceof TypeRef.NullableRef;
        if (field.presence() == FieldDef.Presence.REQUIRED) {
            return nullable ? Component.Presence.REQUIRED_NULLABLE : Component.Presence.REQUIRED;
        }
        if (field.defaultValue().isPresent()) {
            return nullable ? Component.Presence.DEFAULTED_NULLABLE : Component.Presence.DEFAULTED;
        }
        return nullable ? Component.Presence.MAYBE : Component.Presence.OPTIONAL;
    }

    /** The type of a field's value when it is not null. */
    static TypeRef value(FieldDef field) {
        return field.type() instanceof TypeRef.NullableRef nullable
                ? nullable.type()
                : field.type();
    }

    private Component of(FieldDef field) {
        TypeRef value = value(field);
        TypeName plain = types.of(value);
        Component.Presence presence = presence(field);
        TypeName type =
                switch (presence) {
                    case REQUIRED, DEFAULTED -> plain;
                    case MAYBE -> ParameterizedTypeName.get(RunTime.MAYBE, plain.box());
                    default -> RunTime.nullable(plain.withoutAnnotations());
                };
        CodeBlock defaultValue =
                field.defaultValue()
                        .map(literal -> literals.of(field.type(), literal))
                        .orElse(CodeBlock.of(""));
        String name = JavaNames.componentName(field.wireName());
        return new Component(field, name, presence, value, type, defaultValue);
    }
}
