package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.BooleanList;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.LongList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writers of every kind of value that a schema can ask for. */
public final class Write {
    private Write() {}

    /** {@code true} or {@code false}. */
    public static void bool(boolean value, JsonWriter out) {
        out.raw(value ? "true" : "false");
    }

    /** An integer. */
    public static void integer(long value, JsonWriter out) {
        out.raw(Long.toString(value));
    }

    /** A 32-bit integer. */
    public static void int32(int value, JsonWriter out) {
        out.raw(Integer.toString(value));
    }

    /** A 64-bit integer, as text in decimal digits. */
    public static void int64(long value, JsonWriter out) {
        out.raw("\"" + value + "\"");
    }

    /** A 64-bit number. */
    public static void number(double value, JsonWriter out) {
        double size = Math.abs(value);
        String text = Double.toString(value);
        out.raw(size >= 0.001 && size < 0.1 ? withExponent(text) : text);
    }

    /** Godot counts the zeros after the point as digits, and would drop as many at the end. */
    private static String withExponent(String text) {
        int point = text.indexOf('.');
        int first = point + 1;
        while (text.charAt(first) == '0') {
            first++;
        }
        String sign = text.startsWith("-") ? "-" : "";
        String rest = first + 1 < text.length() ? text.substring(first + 1) : "0";
        return sign + text.charAt(first) + "." + rest + "E-" + (first - point);
    }

    /** A 32-bit number. */
    public static void float32(float value, JsonWriter out) {
        out.raw(Float.toString(value));
    }

    /** Text. */
    public static void string(String value, JsonWriter out) {
        out.text(value);
    }

    /** {@code null}. */
    public static void nothing(@Nullable Object value, JsonWriter out) {
        out.raw("null");
    }

    /** A value that stands as text on the wire. */
    public static <T> Writer<T> text(Function<T, String> wireValue) {
        return (value, out) -> out.text(wireValue.apply(value));
    }

    /** An object with a codec of its own. */
    public static <T> Writer<T> object(Writer<T> members) {
        return (value, out) -> {
            out.startObject();
            members.write(value, out);
            out.endObject();
        };
    }

    /** A value, or null. */
    public static <T> Writer<@Nullable T> nullable(Writer<T> writer) {
        return (value, out) -> {
            if (value == null) {
                out.raw("null");
            } else {
                writer.write(value, out);
            }
        };
    }

    /** A list. */
    public static <T extends @Nullable Object> Writer<List<T>> list(Writer<T> writer) {
        return (items, out) -> {
            out.startArray();
            int index = 0;
            for (T item : items) {
                out.item(index++);
                writer.write(item, out);
            }
            out.endArray();
        };
    }

    /** An object whose members are all of one type. */
    public static <T extends @Nullable Object> Writer<Map<String, T>> map(Writer<T> writer) {
        return (members, out) -> {
            out.startObject();
            members.forEach((name, value) -> out.field(name, value, writer));
            out.endObject();
        };
    }

    /** A list of 64-bit numbers. */
    public static void doubles(DoubleList items, JsonWriter out) {
        out.startArray();
        for (int i = 0; i < items.size(); i++) {
            out.item(i);
            number(items.get(i), out);
        }
        out.endArray();
    }

    /** A list of 32-bit numbers. */
    public static void floats(FloatList items, JsonWriter out) {
        out.startArray();
        for (int i = 0; i < items.size(); i++) {
            out.item(i);
            float32(items.get(i), out);
        }
        out.endArray();
    }

    /** A list of integers. */
    public static void longs(LongList items, JsonWriter out) {
        out.startArray();
        for (int i = 0; i < items.size(); i++) {
            out.item(i);
            integer(items.get(i), out);
        }
        out.endArray();
    }

    /** A list of 32-bit integers. */
    public static void ints(IntList items, JsonWriter out) {
        out.startArray();
        for (int i = 0; i < items.size(); i++) {
            out.item(i);
            integer(items.get(i), out);
        }
        out.endArray();
    }

    /** A list of booleans. */
    public static void booleans(BooleanList items, JsonWriter out) {
        out.startArray();
        for (int i = 0; i < items.size(); i++) {
            out.item(i);
            bool(items.get(i), out);
        }
        out.endArray();
    }
}
