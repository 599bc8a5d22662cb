package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.ir.TypeRef;
import dev.gdwire.gen.ir.TypeRef.IntegerWidth;
import dev.gdwire.gen.ir.TypeRef.NumberLimits;
import dev.gdwire.gen.ir.TypeRef.NumberPrecision;
import java.util.Base64;

/** Decides whether a JSON value is valid for a native type: see {@code schemas/godot}. */
final class NativeFit {
    private static final TypeRef.NumberRef FLOAT =
            new TypeRef.NumberRef(NumberPrecision.FLOAT32, NumberLimits.NONE);
    private static final TypeRef.IntegerRef INT =
            new TypeRef.IntegerRef(IntegerWidth.INT32, NumberLimits.NONE);

    private NativeFit() {}

    static boolean fits(Literal value, NativeType type) {
        return switch (type) {
            case NODE_PATH, STRING_NAME -> value instanceof Literal.StringLiteral;
            case PACKED_BYTE_ARRAY ->
                    value instanceof Literal.StringLiteral text && isBase64(text.value());
            default ->
                    value instanceof Literal.ListLiteral list
                            && list.items().size() == type.numbers()
                            && list.items().stream().allMatch(item -> isNumber(item, type));
        };
    }

    private static boolean isNumber(Literal value, NativeType type) {
        if (!(value instanceof Literal.NumberLiteral number)) {
            return false;
        }
        return type.isWhole()
                ? NumberFit.fits(number.value(), INT)
                : NumberFit.fits(number.value(), FLOAT);
    }

    private static boolean isBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
