package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keywords that speak of values of all kinds. */
final class ValueKeywords {
    private ValueKeywords() {}

    /** A name of a type, or a list of names. */
    static Constraint type(JsonValue names) {
        List<String> types =
                names.isText()
                        ? List.of(names.asText())
                        : names.items().stream().map(JsonValue::asText).toList();
        String expected = String.join(" or ", types);
        return value ->
                types.stream().anyMatch(type -> is(value, type))
                        ? null
                        : Fault.of(expected, Words.kind(value));
    }

    /** One value and no other. */
    static Constraint constant(JsonValue constant) {
        String expected = Words.json(constant);
        return value -> value.equals(constant) ? null : Fault.of(expected, Words.describe(value));
    }

    /** One of these values. */
    static Constraint oneOf(List<JsonValue> values) {
        Set<JsonValue> allowed = new HashSet<>(values);
        String expected = Words.oneOf(values);
        return value -> allowed.contains(value) ? null : Fault.of(expected, Words.describe(value));
    }

    private static boolean is(JsonValue value, String type) {
        String kind = Words.kind(value);
        return kind.equals(type) || type.equals("number") && kind.equals("integer");
    }
}
