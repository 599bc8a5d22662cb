package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every value must be, whatever its schema says. Generated constructors call these checks with
 * the place of what they look at, such as {@code hp} or {@code ["at-once"]}; those without a place
 * look at an item of a list or a map. All throw {@link InvalidValueException}.
 */
public final class Check {
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private Check() {}

    /** A builder was given the value. */
    public static <T> T given(String place, @Nullable T value) {
        if (value == null) {
            throw fault(place, "a value", "nothing");
        }
        return value;
    }

    /** The value is not null. */
    public static <T> T present(String place, @Nullable T value) {
        if (value == null) {
            throw fault(place, "a value", "null");
        }
        return value;
    }

    /** The item is not null. */
    public static <T> T present(@Nullable T value) {
        return present("", value);
    }

    /** The text is not null, and UTF-8 can hold it. */
    public static String text(String place, @Nullable String value) {
        String text = present(place, value);
        int index = loneSurrogate(text);
        if (index >= 0) {
            throw fault(place, "Unicode text", "a lone surrogate at " + index);
        }
        return text;
    }

    /** The item is not null, and UTF-8 can hold it. */
    public static String text(@Nullable String value) {
        return text("", value);
    }

    /** The integer is one that every JSON reader holds exactly. */
    public static long integer(String place, long value) {
        if (value > LARGEST_INTEGER || value < -LARGEST_INTEGER) {
            throw fault(place, "integer within +-(2^53-1)", "integer");
        }
        return value;
    }

    /** The item is an integer that every JSON reader holds exactly. */
    public static long integer(@Nullable Long value) {
        return integer("", present(value));
    }

    /** Every integer is one that every JSON reader holds exactly. */
    public static void integers(long... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] > LARGEST_INTEGER || values[i] < -LARGEST_INTEGER) {
                throw inside(i, "integer within +-(2^53-1)", "integer");
            }
        }
    }

    /** The number is neither NaN nor infinite. */
    public static double finite(String place, double value) {
        if (!Double.isFinite(value)) {
            throw fault(place, "finite number", Double.toString(value));
        }
        return value;
    }

    /** The number is neither NaN nor infinite. */
    public static float finite(String place, float value) {
        finite(place, (double) value);
        return value;
    }

    /** The item is neither NaN nor infinite. */
    public static double finite(@Nullable Double value) {
        return finite("", present(value).doubleValue());
    }

    /** The item is neither NaN nor infinite. */
    public static float finite(@Nullable Float value) {
        return finite("", present(value).floatValue());
    }

    /** No number is NaN or infinite. */
    public static void finite(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw inside(i, "finite number", Double.toString(values[i]));
            }
        }
    }

    /** No number is NaN or infinite. */
    public static void finite(float... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw inside(i, "finite number", Double.toString(values[i]));
            }
        }
    }

    /** The fault of a text that is no path of nodes. */
    public static InvalidValueException notNodePath(String text) {
        return new InvalidValueException("", "node path", Words.quote(text));
    }

    /** The fault of a text that is no base64. */
    public static InvalidValueException notBase64(String text) {
        return new InvalidValueException("", "base64", Words.quote(text));
    }

    /** The fault of a text that stands for no constant of an enum. */
    public static <E> InvalidValueException noneOf(
            String text, E[] constants, Function<E, String> wireValue) {
        return noneOf(JsonValue.of(text), constants, wireValue.andThen(JsonValue::of));
    }

    /** The fault of an integer that stands for no constant of an enum. */
    public static <E> InvalidValueException noneOf(
            long value, E[] constants, ToLongFunction<E> wireValue) {
        return noneOf(
                JsonValue.of((double) value),
                constants,
                constant -> JsonValue.of(wireValue.applyAsLong(constant)));
    }

    /** The fault of a value that stands for no constant of an enum. */
    public static <E> InvalidValueException noneOf(
            JsonValue value, E[] constants, Function<E, JsonValue> wireValue) {
        List<JsonValue> values = Arrays.stream(constants).map(wireValue).toList();
        return fault("", Words.oneOf(values), Words.describe(value));
    }

    /** The JSON value, in which Jackson writes null as Java's. */
    public static JsonValue json(@Nullable JsonValue value) {
        return value == null ? JsonValue.NULL : value;
    }

    /** The text is of a format. */
    public static String format(String place, @Nullable String text, TextFormat format) {
        String given = text(place, text);
        if (!format.matches(given)) {
            throw fault(place, Words.format(format), Words.quote(given));
        }
        return given;
    }

    /** The text is of a format. */
    public static UnaryOperator<String> format(TextFormat format) {
        return text -> format("", text, format);
    }

    /** No member of an object that keeps what it does not know has one of these names. */
    public static <T extends @Nullable Object> void noneNamed(
            Map<String, T> members, Writer<T> writer, String... names) {
        for (String name : names) {
            if (members.containsKey(name)) {
                JsonValue value = TreeWriter.write(members.get(name), writer);
                throw fault(Words.member(name), "nothing", Words.kind(value));
            }
        }
    }

    static InvalidValueException fault(String place, String expected, String actual) {
        return new InvalidValueException(place, expected, actual);
    }

    private static InvalidValueException inside(int index, String expected, String actual) {
        return new InvalidValueException(Words.step(index), expected, actual);
    }

    static int loneSurrogate(String text) {
        for (int i = beforeSurrogates(text); i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length()
                        || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** A place before which there are none. */
    private static int beforeSurrogates(String text) {
        int fours = text.length() & -4;
        for (int i = 0; i < fours; i += 4) {
            // They have the highest bits that a character can have, and others together may too.
            int bits =
                    text.charAt(i) | text.charAt(i + 1) | text.charAt(i + 2) | text.charAt(i + 3);
            if (bits >= Character.MIN_SURROGATE) {
                return i;
            }
        }
        return fours;
    }
}
