package dev.gdwire.gen.gdscript;

import dev.gdwire.gen.ir.EnumDef;
import dev.gdwire.gen.ir.EnumValue;
import dev.gdwire.gen.ir.Literal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Constants of an enum's values, each of its own, in any order of the values. */
final class EnumNames {
    /** Longer texts give names of their beginning only. */
    private static final int LONGEST = 200;

    private static final int BEGINNING = 60;

    private final Map<Literal, String> names = new HashMap<>();

    private EnumNames(EnumDef def) {
        Map<String, Literal> texts = new HashMap<>();
        Map<String, String> wishes = new HashMap<>();
        Set<String> strings =
                def.values().stream()
                        .flatMap(value -> value.text().stream())
                        .collect(Collectors.toSet());
        for (EnumValue value : def.values()) {
            String key = key(value.value(), strings);
            texts.put(key, value.value());
            wishes.put(key, value.name().orElse(beginning(text(value.value()))));
        }
        Map<String, String> constants =
                new NameAssignment(
                                text -> GdNames.constant(wishes.get(text)),
                                text -> second(texts.get(text)))
                        .of(texts.keySet());
        constants.forEach((text, name) -> names.put(canonical(texts.get(text)), name));
    }

    static EnumNames of(EnumDef def) {
        return new EnumNames(def);
    }

    /** The constant of a value, by JSON equality; empty when the enum does not list it. */
    Optional<String> find(Literal value) {
        return Optional.ofNullable(names.get(canonical(value)));
    }

    /** The constant of one of the enum's values. */
    String name(EnumValue value) {
        return find(value.value()).orElseThrow();
    }

    private static Literal canonical(Literal value) {
        return value instanceof Literal.NumberLiteral number
                ? new Literal.NumberLiteral(canonical(number.value()))
                : value;
    }

    private static BigDecimal canonical(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static String second(Literal value) {
        return value instanceof Literal.StringLiteral string
                ? GdNames.spelledConstant(beginning(string.value()))
                : "";
    }

    /** A text that no other value has: that of a string, or of another scalar with signs behind. */
    private static String key(Literal value, Set<String> strings) {
        String text = text(value);
        while (!(value instanceof Literal.StringLiteral) && strings.contains(text)) {
            text += "_";
        }
        return text;
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BEGINNING));
    }

    private static String text(Literal value) {
        return value instanceof Literal.StringLiteral string ? string.value() : GdText.json(value);
    }
}
