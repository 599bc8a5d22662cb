package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the constants and properties of a class, and the functions about their absence. */
final class PropertyEmitter {
    private final GdClass owner;
    private final GdTypes types;
    private final GdWriter out;

    PropertyEmitter(GdClass owner, GdWriter out) {
        this.owner = owner;
        this.types = owner.types();
        this.out = out;
    }

    boolean hasConstants() {
        return owner.additional().isPresent() || owner.properties().size() < owner.fields().size();
    }

    /** The names that have a property of their own, for classes that keep the others. */
    void names(Optional<String> discriminator) {
        if (owner.additional().isEmpty()) {
            return;
        }
        List<String> known = owner.fields().stream().map(GdField::key).toList();
        out.list("const _FIELDS: Array = [", known, "]");
        discriminator.ifPresent(
                name -> {
                    List<String> keys = List.of(name, "$id", "$re", "$seq", "$ack");
                    List<String> quoted = keys.stream().map(GdText::quoted).toList();
                    out.list("const _RESERVED: Array = [", quoted, "]");
                });
    }

    void constants() {
        for (GdField field : owner.fields()) {
            if (field.state() == GdField.State.CONSTANT) {
                TypeRef.ConstRef constant = (TypeRef.ConstRef) field.type();
                String type = types.name(constant);
                out.lines(GdDocs.lines(field.def().doc(), "Always the same."));
                String typed = type.equals("Variant") ? " = " : ": " + type + " = ";
                out.line("const " + field.name() + typed + GdText.expression(constant.value()));
            }
        }
    }

    void variables() {
        owner.properties().forEach(this::variable);
        owner.additional().ifPresent(this::others);
        if (owner.properties().stream().anyMatch(f -> hasFlag(f) || hasNullFlag(f))) {
            out.blank();
        }
        for (GdField field : owner.properties()) {
            if (hasFlag(field)) {
                out.line("var " + field.hasFlag() + ": bool = false");
            }
            if (hasNullFlag(field)) {
                boolean startsNull = field.defaultValue().isEmpty();
                out.line("var " + field.nullFlag() + ": bool = " + startsNull);
            }
        }
    }

    /** Where more is said of the values than the type of the property does. */
    private Optional<String> see(GdField field) {
        TypeRef type = field.type();
        while (Items.of(type).isPresent()) {
            type = Items.of(type).get();
        }
        if (types.isUnion(type)) {
            return Optional.of("Its classes are in " + types.className(type) + ".");
        }
        if (type instanceof TypeRef.FormatRef text) {
            return Optional.of("Text of the format " + text.format().word() + ".");
        }
        boolean isEnum = types.isClosedEnum(type) || types.openEnum(type).isPresent();
        return isEnum
                ? Optional.of("Its values are in " + types.className(type) + ".")
                : Optional.empty();
    }

    private void others(GdField field) {
        out.line("## The members that have no property of their own, by their names.");
        out.line("var " + field.name() + ": Dictionary = {}");
    }

    private void variable(GdField field) {
        out.lines(GdDocs.lines(field.def().words(), see(field)));
        if (GdNames.hidesGlobalFunction(field.name())) {
            out.line("@warning_ignore(\"shadowed_global_identifier\")");
        }
        String start = "var " + field.name() + ": " + types.name(field.type()) + " = ";
        String declaration = start + initial(field);
        if (!hasFlag(field) && !hasNullFlag(field)) {
            out.line(declaration);
            return;
        }
        String value = owner.locals().name("value");
        out.open(declaration + ":").open("set(" + value + "):");
        out.line(field.name() + " = " + value);
        if (hasFlag(field)) {
            out.line(field.hasFlag() + " = true");
        }
        if (hasNullFlag(field)) {
            out.line(field.nullFlag() + " = false");
        }
        out.close().close();
    }

    /** Whether a flag tells presence: an object of a class does so by itself. */
    boolean hasFlag(GdField field) {
        boolean three = field.state() == GdField.State.OPTIONAL_NULLABLE;
        return three || field.state() == GdField.State.OPTIONAL && !types.isObject(field.type());
    }

    private boolean hasNullFlag(GdField field) {
        return field.isNullable() && !types.canBeNull(field.type());
    }

    void presence() {
        for (GdField field : owner.properties()) {
            if (field.isOptional()) {
                has(field);
                clear(field);
            }
            if (field.isNullable()) {
                isNull(field);
                setNull(field);
            }
        }
    }

    private void has(GdField field) {
        String name = field.name();
        function("Whether [member " + name + "] is there.", field.has() + " -> bool:");
        if (!hasFlag(field)) {
            out.line("return " + name + " != null");
        } else if (types.isContainer(field.type())) {
            // Whoever appends to it in place does not pass its setter.
            out.line("return " + field.hasFlag() + " or not " + name + ".is_empty()");
        } else {
            out.line("return " + field.hasFlag());
        }
        out.close();
    }

    private void clear(GdField field) {
        function("Makes [member " + field.name() + "] absent.", field.clear() + " -> void:");
        out.line(field.name() + " = " + types.initial(field.type()));
        if (hasFlag(field)) {
            out.line(field.hasFlag() + " = false");
        }
        out.close();
    }

    private void isNull(GdField field) {
        function("Whether [member " + field.name() + "] is null.", field.isNull() + " -> bool:");
        if (!hasNullFlag(field)) {
            String present = field.isOptional() ? field.hasFlag() + " and " : "";
            out.line("return " + present + field.name() + " == null");
        } else {
            String present = field.isOptional() ? field.hasFlag() + " and " : "";
            String empty =
                    types.isContainer(field.type()) ? " and " + field.name() + ".is_empty()" : "";
            out.line("return " + present + field.nullFlag() + empty);
        }
        out.close();
    }

    private void setNull(GdField field) {
        function("Makes [member " + field.name() + "] null.", field.setNull() + " -> void:");
        out.line(field.name() + " = " + types.initial(field.type()));
        if (hasNullFlag(field)) {
            out.line(field.nullFlag() + " = true");
        }
        out.close();
    }

    private void function(String doc, String signature) {
        out.function(List.of("## " + doc), "func " + signature);
    }

    private String initial(GdField field) {
        return field.defaultValue()
                .map(value -> literal(field.type(), value))
                .orElseGet(() -> types.initial(field.type()));
    }

    /** A default as a value of the property's type. */
    private String literal(TypeRef type, Literal value) {
        if (value instanceof Literal.NullLiteral) {
            return "null";
        } else if (type instanceof TypeRef.NumberRef
                && value instanceof Literal.NumberLiteral number) {
            return number(((TypeRef.NumberRef) type).precision(), number.value());
        } else if (type instanceof TypeRef.IntegerRef
                && value instanceof Literal.NumberLiteral number) {
            return GdText.integer(number.value());
        } else if (type instanceof TypeRef.Int64StringRef
                && value instanceof Literal.StringLiteral string) {
            return integer64(string.value());
        } else if (type instanceof TypeRef.NativeRef ref) {
            return nativeLiteral(ref.type(), value);
        } else if (types.isObject(type)) {
            return types.reading(type) + "(" + GdText.expression(value) + ")";
        } else if (types.isClosedEnum(type) || types.openEnum(type).isPresent()) {
            return types.protocol()
                    .constant((TypeRef.NamedRef) type, value)
                    .orElseGet(() -> literal(types.plain(type), value));
        } else if (type instanceof TypeRef.PackedRef packed) {
            return packed(packed, ((Literal.StringLiteral) value).value());
        } else if (type instanceof TypeRef.NullableRef nullable) {
            return literal(nullable.type(), value);
        } else if (type instanceof TypeRef.ListRef list
                && value instanceof Literal.ListLiteral items) {
            // Packed arrays round their items themselves.
            boolean isPacked = types.name(list).startsWith("Packed");
            return items.items().stream()
                    .map(item -> isPacked ? plain(item) : literal(list.items(), item))
                    .collect(Collectors.joining(", ", "[", "]"));
        } else if (type instanceof TypeRef.MapRef map
                && value instanceof Literal.ObjectLiteral object) {
            return object.members().entrySet().stream()
                    .map(
                            member ->
                                    GdText.quoted(member.getKey())
                                            + ": "
                                            + literal(map.values(), member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return GdText.expression(value);
    }

    private static String plain(Literal item) {
        return item instanceof Literal.NumberLiteral number
                ? GdText.decimal(number.value())
                : GdText.expression(item);
    }

    /** Godot's floats have 64 bits: of 32 they must be made. */
    private static String number(TypeRef.NumberPrecision precision, BigDecimal value) {
        boolean exact = (float) value.doubleValue() == value.doubleValue();
        String literal = GdText.decimal(value);
        return precision == TypeRef.NumberPrecision.FLOAT64 || exact
                ? literal
                : "GdwireValue.float32(" + literal + ")";
    }

    private String packed(TypeRef.PackedRef type, String base64) {
        if (base64.isEmpty()) {
            return types.initial(type);
        }
        String bytes = "Marshalls.base64_to_raw(" + GdText.quoted(base64) + ")";
        return switch (type.kind()) {
            case FLOAT32 -> bytes + ".to_float32_array()";
            case FLOAT64 -> bytes + ".to_float64_array()";
            case INT32 -> bytes + ".to_int32_array()";
            case UINT8 -> bytes;
        };
    }

    /** The smallest one cannot be written as the negative of a literal. */
    private static String integer64(String digits) {
        long value = Long.parseLong(digits);
        return value == Long.MIN_VALUE ? (value + 1) + " - 1" : Long.toString(value);
    }

    private static String nativeLiteral(NativeType type, Literal value) {
        if (value instanceof Literal.StringLiteral string) {
            String text = GdText.quoted(string.value());
            if (string.value().isEmpty()) {
                return type.godotName() + "()";
            }
            return type == NativeType.PACKED_BYTE_ARRAY
                    ? "Marshalls.base64_to_raw(" + text + ")"
                    : type.godotName() + "(" + text + ")";
        }
        List<String> numbers =
                ((Literal.ListLiteral) value).items().stream().map(GdText::expression).toList();
        return switch (type) {
            case AABB -> "AABB(" + vectors("Vector3", 3, numbers) + ")";
            case BASIS -> "Basis(" + vectors("Vector3", 3, numbers) + ")";
            case TRANSFORM2D -> "Transform2D(" + vectors("Vector2", 2, numbers) + ")";
            case TRANSFORM3D -> "Transform3D(" + vectors("Vector3", 3, numbers) + ")";
            default -> type.godotName() + "(" + String.join(", ", numbers) + ")";
        };
    }

    private static String vectors(String type, int size, List<String> numbers) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < numbers.size(); i += size) {
            String vector = String.join(", ", numbers.subList(i, i + size));
            result.append(i == 0 ? "" : ", ").append(type).append('(').append(vector).append(')');
        }
        return result.toString();
    }
}
