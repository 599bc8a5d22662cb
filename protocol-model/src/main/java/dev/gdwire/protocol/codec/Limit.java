package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a schema can set, in the words that the Godot side uses too. Generated
 * constructors call them with the wire name of the property that they look at; an empty name is an
 * item of a list or a map. All throw {@link InvalidValueException}.
 */
public final class Limit {
    /** The Godot side allows for the same. */
    private static final double ROUNDING = 1e-15;

    private Limit() {}

    /** {@code minimum}. */
    public static void atLeast(String name, double value, double limit) {
        if (value < limit) {
            throw number(name, "at least ", limit, value);
        }
    }

    /** {@code maximum}. */
    public static void atMost(String name, double value, double limit) {
        if (value > limit) {
            throw number(name, "at most ", limit, value);
        }
    }

    /** {@code exclusiveMinimum}. */
    public static void moreThan(String name, double value, double limit) {
        if (value <= limit) {
            throw number(name, "more than ", limit, value);
        }
    }

    /** {@code exclusiveMaximum}. */
    public static void lessThan(String name, double value, double limit) {
        if (value >= limit) {
            throw number(name, "less than ", limit, value);
        }
    }

    /** {@code multipleOf}, but for rounding: 0.3 is a multiple of 0.1. */
    public static void multipleOf(String name, double value, double factor) {
        if (!isMultiple(value, factor, ROUNDING)) {
            throw number(name, "a multiple of ", factor, value);
        }
    }

    static boolean isMultiple(double value, double factor, double rounding) {
        double quotient = value / factor;
        return Math.abs(quotient - Math.rint(quotient)) <= Math.abs(quotient) * rounding;
    }

    /** {@code minLength}, in code points. */
    public static void minLength(String name, String text, int limit) {
        least(name, text.codePointCount(0, text.length()), limit, "characters");
    }

    /** {@code maxLength}, in code points. */
    public static void maxLength(String name, String text, int limit) {
        most(name, text.codePointCount(0, text.length()), limit, "characters");
    }

    /** {@code pattern}: it is found somewhere in the text. */
    public static void pattern(String name, String text, TextPattern pattern) {
        boolean found;
        try {
            found = pattern.isFoundIn(text);
        } catch (InvalidValueException e) {
            throw Check.fault(name, e.expected(), e.actual());
        }
        if (!found) {
            throw Check.fault(name, pattern.expected(), Words.quote(text));
        }
    }

    /** {@code minItems}. */
    public static void minItems(String name, int size, int limit) {
        least(name, size, limit, "items");
    }

    /** {@code maxItems}. */
    public static void maxItems(String name, int size, int limit) {
        most(name, size, limit, "items");
    }

    /** {@code minProperties}. */
    public static void minMembers(String name, int size, int limit) {
        least(name, size, limit, "members");
    }

    /** {@code maxProperties}. */
    public static void maxMembers(String name, int size, int limit) {
        most(name, size, limit, "members");
    }

    /** {@code uniqueItems}. */
    public static void unique(String name, Iterable<? extends @Nullable Object> items) {
        Map<@Nullable Object, Integer> seen = new HashMap<>();
        int index = 0;
        for (Object item : items) {
            Integer first = seen.putIfAbsent(unsigned(item), index);
            if (first != null) {
                String actual = "the same at " + first + " and " + index;
                throw Check.fault(name, "items that all differ", actual);
            }
            index++;
        }
    }

    /** {@code const}. */
    public static void constant(String name, String value, String constant) {
        if (!value.equals(constant)) {
            throw Check.fault(name, JsonText.quote(constant), Words.quote(value));
        }
    }

    /** {@code const}. */
    public static void constant(String name, double value, double constant) {
        if (value != constant) {
            throw number(name, "", constant, value);
        }
    }

    /** {@code const}. */
    public static void constant(String name, boolean value, boolean constant) {
        if (value != constant) {
            throw Check.fault(name, Boolean.toString(constant), Boolean.toString(value));
        }
    }

    /** Limits of each item of a list. */
    public static <T extends @Nullable Object> void each(
            String name, Iterable<T> items, Consumer<? super T> limits) {
        int index = 0;
        for (T item : items) {
            try {
                limits.accept(item);
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.join(Words.step(name), Words.step(index)), fault);
            }
            index++;
        }
    }

    /** Limits of each value of a map. */
    public static <T extends @Nullable Object> void each(
            String name, Map<String, T> members, Consumer<? super T> limits) {
        for (Map.Entry<String, T> member : members.entrySet()) {
            try {
                limits.accept(member.getValue());
            } catch (InvalidValueException fault) {
                String place = Words.join(Words.step(name), Words.member(member.getKey()));
                throw Words.inside(place, fault);
            }
        }
    }

    private static void least(String name, int size, int limit, String unit) {
        if (size < limit) {
            throw Check.fault(name, "at least " + limit + " " + unit, size + " " + unit);
        }
    }

    private static void most(String name, int size, int limit, String unit) {
        if (size > limit) {
            throw Check.fault(name, "at most " + limit + " " + unit, size + " " + unit);
        }
    }

    private static InvalidValueException number(
            String name, String words, double limit, double actual) {
        return Check.fault(name, words + Words.number(limit), Words.number(actual));
    }

    /** JSON has one zero. */
    private static @Nullable Object unsigned(@Nullable Object item) {
        if (item instanceof Double number && number == 0) {
            return 0.0;
        }
        return item instanceof Float number && number == 0 ? Float.valueOf(0) : item;
    }
}
