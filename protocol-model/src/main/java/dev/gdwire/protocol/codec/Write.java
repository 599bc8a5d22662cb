package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.BooleanList;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.LongList;
import dev.gdwire.protocol.json.JsonWriter;
import dev.gdwire.protocol.json.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writers of every kind of value that a schema can ask for. */
public final class Write {
    private Write() {}

    /** {@code true} or {@code false}. */
    public static void bool(boolean value, JsonWriter out) {
        out.bool(value);
    }

    /** An integer. */
    public static void integer(long value, JsonWriter out) {
        out.integer(value);
    }

    /** A 32-bit integer. */
    public static void int32(int value, JsonWriter out) {
        out.integer(value);
    }

    /** A 64-bit integer, as text in decimal digits. */
    public static void int64(long value, JsonWriter out) {
        out.int64(value);
    }

    /** A 64-bit number. */
    public static void number(double value, JsonWriter out) {
        out.number(value);
    }

    /** A 32-bit number. */
    public static void float32(float value, JsonWriter out) {
        out.float32(value);
    }

    /** Text. */
    public static void string(String value, JsonWriter out) {
        out.text(value);
    }

    /** {@code null}. */
    public static void nothing(@Nullable Object value, JsonWriter out) {
        out.nothing();
    }

    /** Any JSON value. */
    public static void json(JsonValue value, JsonWriter out) {
        out.json(value);
    }

    /** A value that another stands for on the wire. */
    public static <T, V> Writer<T> as(Function<T, V> wireValue, Writer<V> writer) {
        return (value, out) -> writer.write(wireValue.apply(value), out);
    }

    /** An array with a codec of its own. */
    public static <T> Writer<T> array(Writer<T> items) {
        return (value, out) -> {
            int start = out.start();
            items.write(value, out);
            out.endArray(start);
        };
    }

    /** A value that stands as text on the wire. */
    public static <T> Writer<T> text(Function<T, String> wireValue) {
        return (value, out) -> out.text(wireValue.apply(value));
    }

    /** An object with a codec of its own. */
    public static <T> Writer<T> object(Writer<T> members) {
        return (value, out) -> {
            int start = out.start();
            members.write(value, out);
            out.endObject(start);
        };
    }

    /** A value, or null. */
    public static <T> Writer<@Nullable T> nullable(Writer<T> writer) {
        return (value, out) -> {
            if (value == null) {
                out.nothing();
            } else {
                writer.write(value, out);
            }
        };
    }

    /** A list. */
    public static <T extends @Nullable Object> Writer<List<T>> list(Writer<T> writer) {
        return (items, out) -> {
            int start = out.start();
            int size = items.size();
            for (int i = 0; i < size; i++) {
                out.item(items.get(i), writer);
            }
            out.endArray(start);
        };
    }

    /** An object whose members are all of one type. */
    public static <T extends @Nullable Object> Writer<Map<String, T>> map(Writer<T> writer) {
        return (members, out) -> {
            int start = out.start();
            out.others(members, writer);
            out.endObject(start);
        };
    }

    /** A list of 64-bit numbers. */
    public static void doubles(DoubleList items, JsonWriter out) {
        int start = out.start();
        out.items(items);
        out.endArray(start);
    }

    /** A list of 32-bit numbers. */
    public static void floats(FloatList items, JsonWriter out) {
        int start = out.start();
        out.items(items);
        out.endArray(start);
    }

    /** A list of integers. */
    public static void longs(LongList items, JsonWriter out) {
        int start = out.start();
        for (int i = 0; i < items.size(); i++) {
            out.item(items.get(i));
        }
        out.endArray(start);
    }

    /** A list of 32-bit integers. */
    public static void ints(IntList items, JsonWriter out) {
        int start = out.start();
        for (int i = 0; i < items.size(); i++) {
            out.item(items.get(i));
        }
        out.endArray(start);
    }

    /** A list of booleans. */
    public static void booleans(BooleanList items, JsonWriter out) {
        int start = out.start();
        for (int i = 0; i < items.size(); i++) {
            out.item(items.get(i));
        }
        out.endArray(start);
    }
}
