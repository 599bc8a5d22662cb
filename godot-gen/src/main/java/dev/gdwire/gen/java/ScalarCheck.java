package dev.gdwire.gen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.gdwire.gen.ir.TextFormat;
import dev.gdwire.gen.ir.TypeRef;
import java.util.Optional;

/**
 * A check of the run time that every value of a type must pass.
 *
 * @param method its name
 * @param format what it is given besides the value
 */
record ScalarCheck(ClassName owner, String method, Optional<TextFormat> format) {
    /** The check of a type, if it needs one. */
    static Optional<ScalarCheck> of(TypeRef ref) {
        if (ref instanceof TypeRef.StringRef) {
            return check("text");
        }
        if (ref instanceof TypeRef.NumberRef) {
            return check("finite");
        }
        if (ref instanceof TypeRef.JsonRef) {
            return check("json");
        }
        if (ref instanceof TypeRef.FormatRef text) {
            return Optional.of(ofFormat(text.format()));
        }
        return ref instanceof TypeRef.IntegerRef integer && !JavaTypes.isInt32(integer)
                ? check("integer")
                : Optional.empty();
    }

    /** A call for a value at a place. */
    CodeBlock call(String place, String name) {
        return format.isPresent()
                ? CodeBlock.of(
                        "$T.$L($S, $N, $L)",
                        owner,
                        method,
                        place,
                        name,
                        CodecExpressions.format(format.get()))
                : CodeBlock.of("$T.$L($S, $N)", owner, method, place, name);
    }

    /** The same for an item, as a function. */
    CodeBlock reference() {
        return format.isPresent()
                ? CodeBlock.of("$T.$L($L)", owner, method, CodecExpressions.format(format.get()))
                : CodeBlock.of("$T::$L", owner, method);
    }

    private static Optional<ScalarCheck> check(String method) {
        return Optional.of(new ScalarCheck(RunTime.CHECK, method, Optional.empty()));
    }

    private static ScalarCheck ofFormat(TextFormat format) {
        return CodecExpressions.hasClass(format)
                ? new ScalarCheck(
                        RunTime.CHECK_TEXT, CodecExpressions.formatMethod(format), Optional.empty())
                : new ScalarCheck(RunTime.CHECK, "format", Optional.of(format));
    }
}
