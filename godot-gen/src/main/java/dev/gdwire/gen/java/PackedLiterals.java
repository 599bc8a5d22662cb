package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.TypeRef;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Java expressions for packed numbers that stand in schemas. */
final class PackedLiterals {
    private PackedLiterals() {}

    /** The list of the numbers that a text in base64 holds. */
    static CodeBlock of(TypeName type, TypeRef.PackedKind kind, Literal.StringLiteral base64) {
        if (kind == TypeRef.PackedKind.UINT8) {
            return CodeBlock.of("$T.ofBase64($L)", type, Literals.text(base64.value()));
        }
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(base64.value()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        List<CodeBlock> numbers = new ArrayList<>();
        while (bytes.hasRemaining()) {
            numbers.add(next(bytes, kind));
        }
        return CodeBlock.of("$T.of($L)", type, numbers.stream().collect(CodeBlock.joining(", ")));
    }

    private static CodeBlock next(ByteBuffer bytes, TypeRef.PackedKind kind) {
        return switch (kind) {
            case FLOAT32 -> Literals.number(TypeName.FLOAT, new BigDecimal(bytes.getFloat()));
            case FLOAT64 -> Literals.number(TypeName.DOUBLE, new BigDecimal(bytes.getDouble()));
            default -> Literals.number(TypeName.INT, BigDecimal.valueOf(bytes.getInt()));
        };
    }
}
