package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every value must be, whatever its schema says. Generated constructors call these checks with
 * the wire name of the property that they look at; those without a name look at an item of a list
 * or a map. All throw {@link InvalidValueException}.
 */
public final class Check {
    private static final long LARGEST_INTEGER = (1L << 53) - 1;

    private Check() {}

    /** A builder was given the value. */
    public static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw fault(name, "a value", "nothing");
        }
        return value;
    }

    /** The value is not null. */
    public static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw fault(name, "a value", "null");
        }
        return value;
    }

    /** The item is not null. */
    public static <T> T present(@Nullable T value) {
        return present("", value);
    }

    /** The text is not null, and UTF-8 can hold it. */
    public static String text(String name, @Nullable String value) {
        String text = present(name, value);
        int index = loneSurrogate(text);
        if (index >= 0) {
            throw fault(name, "Unicode text", "a lone surrogate at " + index);
        }
        return text;
    }

    /** The item is not null, and UTF-8 can hold it. */
    public static String text(@Nullable String value) {
        return text("", value);
    }

    /** The integer is one that every JSON reader holds exactly. */
    public static long integer(String name, long value) {
        if (value > LARGEST_INTEGER || value < -LARGEST_INTEGER) {
            throw fault(name, "integer within +-(2^53-1)", "integer");
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
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw fault(name, "finite number", Double.toString(value));
        }
        return value;
    }

    /** The number is neither NaN nor infinite. */
    public static float finite(String name, float value) {
        finite(name, (double) value);
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
        String values =
                Arrays.stream(constants)
                        .map(constant -> JsonText.quote(wireValue.apply(constant)))
                        .collect(Collectors.joining(", "));
        return new InvalidValueException("", "one of " + values, Words.quote(text));
    }

    static InvalidValueException fault(String name, String expected, String actual) {
        return new InvalidValueException(Words.step(name), expected, actual);
    }

    private static InvalidValueException inside(int index, String expected, String actual) {
        return new InvalidValueException(Words.step(index), expected, actual);
    }

    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
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
}
