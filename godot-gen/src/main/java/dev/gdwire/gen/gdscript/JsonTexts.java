package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;

/** Expressions that make JSON text of a property, for {@code to_json}. */
final class JsonTexts {
    private final GdTypes types;
    private final JsonValues values;
    private final PackedReach reach;

    /** The variable for what goes before the line; empty where all stays in it. */
    private final String blobs;

    JsonTexts(GdTypes types, JsonValues values) {
        this(types, values, "");
    }

    private JsonTexts(GdTypes types, JsonValues values, String blobs) {
        this.types = types;
        this.values = values;
        this.reach = new PackedReach(types.protocol());
        this.blobs = blobs;
    }

    /** The same with packed values in a variable, for what goes before the line. */
    JsonTexts beside(String variable) {
        return new JsonTexts(types, values, variable);
    }

    /** What stands in the format string for the value: text, or a place for {@link #value}. */
    String format(TypeRef of) {
        TypeRef type = types.plain(of);
        if (type instanceof TypeRef.ConstRef constant) {
            return GdText.json(constant.value()).replace("%", "%%");
        }
        boolean quoted =
                type instanceof TypeRef.Int64StringRef
                        || blobs.isEmpty() && PackedReach.isPacked(type);
        return quoted ? "\"%s\"" : "%s";
    }

    /** The value for {@link #format}; empty when it needs none. */
    String value(TypeRef of, String expression) {
        TypeRef type = types.plain(of);
        if (type instanceof TypeRef.ConstRef) {
            return "";
        } else if (isFormatted(type)) {
            return expression;
        } else if (type instanceof TypeRef.NumberRef) {
            return "GdwireText.plain(" + expression + ")";
        } else if (isText(type)) {
            return "GdwireText.string(" + expression + ")";
        } else if (!blobs.isEmpty() && PackedReach.isPacked(type)) {
            return "GdwireBlobsOut.text(" + bytes(type, expression) + ", " + blobs + ")";
        } else if (type instanceof TypeRef.PackedRef) {
            return values.value(type, expression);
        } else if (type instanceof TypeRef.JsonRef || types.isClosedEnum(type)) {
            return "GdwireText.value(" + expression + ")";
        } else if (type instanceof TypeRef.NativeRef ref) {
            return nativeValue(ref.type(), values.value(type, expression));
        } else if (types.isObject(type) && !(type instanceof TypeRef.NullableRef)) {
            return expression + (isBeside(type) ? ".to_json_beside(" + blobs + ")" : ".to_json()");
        } else if (type instanceof TypeRef.ListRef list) {
            return list(list, expression);
        }
        return "GdwireText.value(" + values.value(type, expression) + ")";
    }

    /** A whole expression of JSON text, for a value that may be null. */
    String orNull(GdField field) {
        String text = value(field.type(), field.name());
        if (field.type() instanceof TypeRef.ConstRef constant) {
            text = GdText.singleQuoted(GdText.json(constant.value()));
        } else if (format(field.type()).startsWith("\"")) {
            text = "GdwireText.string(" + values.value(field.type(), field.name()) + ")";
        } else if (isFormatted(field.type())) {
            text = "GdwireText.plain(" + field.name() + ")";
        }
        return "\"null\" if " + field.isNull() + " else " + text;
    }

    private boolean isBeside(TypeRef type) {
        return !blobs.isEmpty() && reach.isObjectThatHas(type);
    }

    private String bytes(TypeRef type, String expression) {
        return types.name(type).equals("PackedByteArray")
                ? expression
                : expression + ".to_byte_array()";
    }

    private boolean isText(TypeRef type) {
        return type instanceof TypeRef.StringRef
                || type instanceof TypeRef.FormatRef
                || types.isClosedEnum(type, EnumDef.Kind.STRINGS);
    }

    /** Values that a format string writes as JSON does. */
    private boolean isFormatted(TypeRef of) {
        TypeRef type = types.plain(of);
        return types.isClosedEnum(type, EnumDef.Kind.INTEGERS)
                || type instanceof TypeRef.BooleanRef
                || type instanceof TypeRef.IntegerRef
                || type instanceof TypeRef.Int64StringRef;
    }

    private static String nativeValue(NativeType type, String json) {
        return switch (type) {
            case PACKED_BYTE_ARRAY -> json;
            case NODE_PATH, STRING_NAME -> "GdwireText.string(" + json + ")";
            default -> "GdwireText.plain(" + json + ")";
        };
    }

    private String list(TypeRef.ListRef list, String expression) {
        TypeRef items = types.plain(list.items());
        if (items instanceof TypeRef.IntegerRef
                || items instanceof TypeRef.NumberRef
                || items instanceof TypeRef.BooleanRef
                || types.isClosedEnum(items, EnumDef.Kind.INTEGERS)) {
            return "GdwireText.plain(" + expression + ")";
        } else if (isText(items)) {
            return "GdwireText.strings(" + expression + ")";
        } else if (types.isObject(items) && !(items instanceof TypeRef.NullableRef)) {
            return isBeside(items)
                    ? "GdwireText.records_beside(" + expression + ", " + blobs + ")"
                    : "GdwireText.records(" + expression + ")";
        }
        return "GdwireText.value(" + values.value(list, expression) + ")";
    }
}
