package dev.gdwire.gen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.ir.TypeRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Names of the constants of enums. */
final class EnumNames {
    /** Longer texts give names of their beginning only. */
    private static final int LONGEST = 200;

    private static final int BEGINNING = 60;

    private static final TypeRef TEXT =
            new TypeRef.StringRef(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    private static final TypeRef INTEGER =
            new TypeRef.IntegerRef(TypeRef.IntegerWidth.INT53, TypeRef.NumberLimits.NONE);
    private static final TypeRef ANY = new TypeRef.JsonRef(Rule.ANYTHING);

    private final JavaSet set;
    private final Map<dev.gdwire.gen.ir.TypeName, Map<EnumValue, String>> made = new HashMap<>();

    EnumNames(JavaSet set) {
        this.set = set;
    }

    /** The type that the values of an enum have on the wire. */
    static TypeRef wireType(EnumDef definition) {
        return definition
                .open()
                .orElseGet(
                        () ->
                                switch (definition.kind()) {
                                    case STRINGS -> TEXT;
                                    case INTEGERS -> INTEGER;
                                    case MIXED -> ANY;
                                });
    }

    /** The Java expression of what stands for a value of a closed enum. */
    static CodeBlock wireValue(EnumDef definition, EnumValue value) {
        return definition.kind() == EnumDef.Kind.MIXED
                ? Literals.json(value.value())
                : Literals.constant(value.value());
    }

    /** The Java expression of what stands for a value of an open enum. */
    static CodeBlock open(TypeRef open, Literal value) {
        if (open instanceof TypeRef.IntegerRef integer
                && value instanceof Literal.NumberLiteral n) {
            TypeName type = JavaTypes.isInt32(integer) ? TypeName.INT : TypeName.LONG;
            return Literals.number(type, n.value());
        }
        if (open instanceof TypeRef.NumberRef number && value instanceof Literal.NumberLiteral n) {
            TypeName type = JavaTypes.isFloat32(number) ? TypeName.FLOAT : TypeName.DOUBLE;
            return Literals.number(type, n.value());
        }
        return Literals.constant(value);
    }

    /** Whether two literals are equal as JSON. */
    static boolean isSame(Literal one, Literal other) {
        return one instanceof Literal.NumberLiteral a && other instanceof Literal.NumberLiteral b
                ? a.value().compareTo(b.value()) == 0
                : one.equals(other);
    }

    /** The values with the names of their constants, in the order of the schema. */
    Map<EnumValue, String> of(EnumDef definition) {
        return made.computeIfAbsent(definition.name(), name -> name(definition));
    }

    /** An expression for a value. */
    CodeBlock constant(EnumDef definition, Literal literal) {
        Optional<String> name =
                of(definition).entrySet().stream()
                        .filter(each -> isSame(each.getKey().value(), literal))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return name.isPresent()
                ? CodeBlock.of("$T.$L", set.className(definition.name()), name.get())
                : CodeBlock.of(
                        "new $T($L)",
                        set.className(definition.name()),
                        open(definition.open().orElseThrow(), literal));
    }

    private static Map<EnumValue, String> name(EnumDef definition) {
        Map<String, EnumValue> byWish = new LinkedHashMap<>();
        for (EnumValue value : definition.values()) {
            String wish = beginning(wish(value));
            while (byWish.putIfAbsent(wish, value) != null) {
                wish += "_";
            }
        }
        Map<String, String> names = NameBook.ofConstants(byWish.keySet());
        Map<EnumValue, String> named = new LinkedHashMap<>();
        byWish.forEach((wish, value) -> named.put(value, names.get(wish)));
        return named;
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BEGINNING));
    }

    private static String wish(EnumValue value) {
        if (value.name().isPresent()) {
            return value.name().get();
        }
        if (value.value() instanceof Literal.NumberLiteral number) {
            String digits = number.value().stripTrailingZeros().toString();
            return digits.replace("-", "minus ").replace("+", "");
        }
        return value.text().orElseGet(() -> JsonTexts.line(value.value()));
    }

    /** Whether the constants are all that there are, and texts stand for them. */
    static boolean isOfTexts(EnumDef definition) {
        return definition.kind() == EnumDef.Kind.STRINGS && definition.open().isEmpty();
    }
}
