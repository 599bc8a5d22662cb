package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a schema can set, in the words that the Godot side uses too. Generated
 * constructors call them with the place of what they look at; an empty place is an item of a list
 * or a map. All throw {@link InvalidValueException}.
 */
public final class Limit {
    private Limit() {}

    /** {@code minimum}. */
    public static void atLeast(String place, double value, double limit) {
        if (value < limit) {
            throw number(place, "at least ", limit, value);
        }
    }

    /** {@code maximum}. */
    public static void atMost(String place, double value, double limit) {
        if (value > limit) {
            throw number(place, "at most ", limit, value);
        }
    }

    /** {@code exclusiveMinimum}. */
    public static void moreThan(String place, double value, double limit) {
        if (value <= limit) {
            throw number(place, "more than ", limit, value);
        }
    }

    /** {@code exclusiveMaximum}. */
    public static void lessThan(String place, double value, double limit) {
        if (value >= limit) {
            throw number(place, "less than ", limit, value);
        }
    }

    /** {@code multipleOf}, but for rounding: 0.3 is a multiple of 0.1. */
    public static void multipleOf(String place, double value, double factor) {
        if (!Multiples.FLOAT64.isMultiple(value, factor)) {
            throw number(place, "a multiple of ", factor, value);
        }
    }

    /** {@code minLength}, in code points. */
    public static void minLength(String place, String text, int limit) {
        least(place, text.codePointCount(0, text.length()), limit, "characters");
    }

    /** {@code maxLength}, in code points. */
    public static void maxLength(String place, String text, int limit) {
        most(place, text.codePointCount(0, text.length()), limit, "characters");
    }

    /** {@code pattern}: it is found somewhere in the text. */
    public static void pattern(String place, String text, TextPattern pattern) {
        Fault fault = pattern.faultIn(text);
        if (fault != null) {
            throw Check.fault(place, fault.expected(), fault.actual());
        }
    }

    /** {@code minItems}. */
    public static void minItems(String place, int size, int limit) {
        least(place, size, limit, "items");
    }

    /** {@code maxItems}. */
    public static void maxItems(String place, int size, int limit) {
        most(place, size, limit, "items");
    }

    /** {@code minProperties}. */
    public static void minMembers(String place, int size, int limit) {
        least(place, size, limit, "members");
    }

    /** {@code maxProperties}. */
    public static void maxMembers(String place, int size, int limit) {
        most(place, size, limit, "members");
    }

    /** {@code format}. */
    public static void format(String place, String text, TextFormat format) {
        Check.format(place, text, format);
    }

    /** {@code uniqueItems}, of items that are equal in Java when they are in JSON. */
    public static void unique(String place, Iterable<? extends @Nullable Object> items) {
        require(place, ItemKeywords.firstTwice(items));
    }

    /** {@code uniqueItems}, of items that are equal when the JSON that a writer makes is. */
    public static <T extends @Nullable Object> void unique(
            String place, Iterable<T> items, Writer<T> writer) {
        List<JsonValue> values = new ArrayList<>();
        items.forEach(item -> values.add(TreeWriter.write(item, writer)));
        require(place, ItemKeywords.firstTwice(values));
    }

    /** {@code const}. */
    public static void constant(String place, String value, String constant) {
        if (!value.equals(constant)) {
            throw Check.fault(place, JsonText.quote(constant), Words.quote(value));
        }
    }

    /** {@code const}. */
    public static void constant(String place, double value, double constant) {
        if (value != constant) {
            throw number(place, "", constant, value);
        }
    }

    /** {@code const}. */
    public static void constant(String place, boolean value, boolean constant) {
        if (value != constant) {
            throw Check.fault(place, Boolean.toString(constant), Boolean.toString(value));
        }
    }

    /** Limits of each item of a list. */
    public static <T extends @Nullable Object> void each(
            String place, Iterable<T> items, Consumer<? super T> limits) {
        int index = 0;
        for (T item : items) {
            try {
                limits.accept(item);
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.join(place, Words.step(index)), fault);
            }
            index++;
        }
    }

    /** Limits of each value of a map. */
    public static <T extends @Nullable Object> void each(
            String place, Map<String, T> members, Consumer<? super T> limits) {
        for (Map.Entry<String, T> member : members.entrySet()) {
            try {
                limits.accept(member.getValue());
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.join(place, Words.member(member.getKey())), fault);
            }
        }
    }

    private static void least(String place, int size, int limit, String unit) {
        if (size < limit) {
            require(place, Words.tooFew(size, limit, unit));
        }
    }

    private static void most(String place, int size, int limit, String unit) {
        if (size > limit) {
            require(place, Words.tooMany(size, limit, unit));
        }
    }

    private static void require(String place, @Nullable Fault fault) {
        if (fault != null) {
            throw Check.fault(place, fault.expected(), fault.actual());
        }
    }

    private static InvalidValueException number(
            String place, String words, double limit, double actual) {
        return Check.fault(place, words + Words.number(limit), Words.number(actual));
    }
}
