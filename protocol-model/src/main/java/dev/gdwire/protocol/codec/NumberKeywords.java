package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.function.DoublePredicate;

/** Keywords that speak of numbers. */
final class NumberKeywords {
    private NumberKeywords() {}

    static Constraint minimum(JsonValue limit) {
        double least = limit.asDouble();
        return number(value -> value >= least, "at least ", limit);
    }

    static Constraint maximum(JsonValue limit) {
        double most = limit.asDouble();
        return number(value -> value <= most, "at most ", limit);
    }

    static Constraint exclusiveMinimum(JsonValue limit) {
        double below = limit.asDouble();
        return number(value -> value > below, "more than ", limit);
    }

    static Constraint exclusiveMaximum(JsonValue limit) {
        double above = limit.asDouble();
        return number(value -> value < above, "less than ", limit);
    }

    static Constraint multipleOf(JsonValue limit) {
        double factor = limit.asDouble();
        return number(
                value -> Multiples.FLOAT64.isMultiple(value, factor), "a multiple of ", limit);
    }

    private static Constraint number(DoublePredicate fits, String words, JsonValue limit) {
        String expected = words + Words.number(limit.asDouble());
        return value ->
                !value.isNumber() || fits.test(value.asDouble())
                        ? null
                        : Fault.of(expected, Words.number(value.asDouble()));
    }
}
