package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.BooleanList;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.LongList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Readers of every kind of value that a schema can ask for. */
public final class Read {
    /** Added to a number it makes -0 to 0: JSON has one zero, and Godot writes but that one. */
    private static final double POSITIVE_ZERO = 0.0;

    private static final double LARGEST_INTEGER = (1L << 53) - 1;

    private Read() {}

    /** {@code true} or {@code false}. */
    public static boolean bool(JsonNode json) {
        return kind(json, json.isBoolean(), "boolean").booleanValue();
    }

    /** An integer within +-(2^53-1); {@code 1.0} is one. */
    public static long integer(JsonNode json) {
        double value = integral(json);
        if (Math.abs(value) > LARGEST_INTEGER) {
            throw fault("integer within +-(2^53-1)", Words.kind(json));
        }
        return (long) value;
    }

    /** A 32-bit integer. */
    public static int int32(JsonNode json) {
        double value = integral(json);
        if (value != (int) value) {
            throw fault("integer within 32 bits", Words.kind(json));
        }
        return (int) value;
    }

    /** A 64-bit integer, as text in decimal digits. */
    public static long int64(JsonNode json) {
        String text = string(json);
        if (CodedFormats.isInt64(text)) {
            return Long.parseLong(text);
        }
        throw fault("64-bit integer in decimal digits", Words.quote(text));
    }

    /** A finite 64-bit number. */
    public static double number(JsonNode json) {
        double value = kind(json, json.isNumber(), "number").doubleValue();
        if (!Double.isFinite(value)) {
            throw fault("number within 64-bit float", Words.kind(json));
        }
        return value + POSITIVE_ZERO;
    }

    /** A finite 32-bit number. */
    public static float float32(JsonNode json) {
        double value = kind(json, json.isNumber(), "number").doubleValue();
        if (!Float.isFinite((float) value)) {
            throw fault("number within 32-bit float", Words.kind(json));
        }
        return (float) ((float) value + POSITIVE_ZERO);
    }

    /** Text. */
    public static String string(JsonNode json) {
        return kind(json, json.isString(), "string").stringValue();
    }

    /** {@code null}. */
    public static @Nullable Void nothing(JsonNode json) {
        requireConstant(json, json.isNull(), "null");
        return null;
    }

    /** One text and nothing else. */
    public static Reader<String> constant(String constant) {
        return json -> {
            requireConstant(
                    json,
                    json.isString() && json.stringValue().equals(constant),
                    JsonText.quote(constant));
            return constant;
        };
    }

    /** One boolean and nothing else. */
    public static Reader<Boolean> constant(boolean constant) {
        return json -> {
            requireConstant(
                    json,
                    json.isBoolean() && json.booleanValue() == constant,
                    Boolean.toString(constant));
            return constant;
        };
    }

    /** One integer and nothing else. */
    public static Reader<Long> constant(long constant) {
        return json -> {
            requireConstant(
                    json,
                    json.isNumber() && json.doubleValue() == constant,
                    Long.toString(constant));
            return constant;
        };
    }

    /** One number and nothing else. */
    public static Reader<Double> constant(double constant) {
        return json -> {
            requireConstant(
                    json,
                    json.isNumber() && json.doubleValue() == constant,
                    Words.number(constant));
            return constant;
        };
    }

    /** Any JSON value. */
    public static JsonValue json(JsonNode json) {
        return switch (json.getNodeType()) {
            case STRING -> JsonValue.of(json.stringValue());
            case NUMBER -> JsonValue.of(number(json));
            case BOOLEAN -> JsonValue.of(json.booleanValue());
            case ARRAY -> JsonValue.ofItems(list(Read::json).read(json));
            case OBJECT -> JsonValue.ofMembers(map(Read::json).read(json));
            case POJO -> throw Depth.fault();
            default -> JsonValue.NULL;
        };
    }

    /** A value that another stands for on the wire. */
    public static <V, T> Reader<T> as(Reader<V> reader, Function<V, T> fromWire) {
        return json -> fromWire.apply(reader.read(json));
    }

    /** An array of so many items, with a codec of its own. */
    public static <T> Reader<T> tuple(int size, Function<ArrayReader, T> codec) {
        return json -> codec.apply(ArrayReader.of(json, size));
    }

    /** An object with a codec of its own. */
    public static <T> Reader<T> object(Function<ObjectReader, T> codec) {
        return json -> codec.apply(ObjectReader.of(json));
    }

    /** A value, or null. */
    public static <T> Reader<@Nullable T> nullable(Reader<T> reader) {
        return json -> {
            if (json.isNull()) {
                return null;
            }
            try {
                return reader.read(json);
            } catch (InvalidValueException fault) {
                if (fault.path().isEmpty() && Words.isKind(fault.expected())) {
                    throw fault(fault.expected() + " or null", fault.actual());
                }
                throw fault;
            }
        };
    }

    /** A list. */
    public static <T extends @Nullable Object> Reader<List<T>> list(Reader<T> reader) {
        return json -> {
            List<T> items = new ArrayList<>(array(json).size());
            for (JsonNode item : json) {
                items.add(item(items.size(), item, reader));
            }
            return Collections.unmodifiableList(items);
        };
    }

    /** An object whose members are all of one type. */
    public static <T extends @Nullable Object> Reader<Map<String, T>> map(Reader<T> reader) {
        return json -> {
            Map<String, T> members = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member :
                    kind(json, json.isObject(), "object").properties()) {
                String name = member.getKey();
                members.put(name, member(name, member.getValue(), reader));
            }
            return Collections.unmodifiableMap(members);
        };
    }

    /** A list of 64-bit numbers. */
    public static DoubleList doubles(JsonNode json) {
        double[] items = new double[array(json).size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, json.get(i), Read::number);
        }
        return DoubleList.of(items);
    }

    /** A list of 32-bit numbers. */
    public static FloatList floats(JsonNode json) {
        return FloatList.of(floatArray(json));
    }

    /** A list of integers within +-(2^53-1). */
    public static LongList longs(JsonNode json) {
        long[] items = new long[array(json).size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, json.get(i), Read::integer);
        }
        return LongList.of(items);
    }

    /** A list of 32-bit integers. */
    public static IntList ints(JsonNode json) {
        return IntList.of(intArray(json));
    }

    /** A list of booleans. */
    public static BooleanList booleans(JsonNode json) {
        boolean[] items = new boolean[array(json).size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, json.get(i), Read::bool);
        }
        return BooleanList.of(items);
    }

    static float[] floatArray(JsonNode json) {
        float[] items = new float[array(json).size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, json.get(i), Read::float32);
        }
        return items;
    }

    static int[] intArray(JsonNode json) {
        int[] items = new int[array(json).size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i, json.get(i), Read::int32);
        }
        return items;
    }

    static InvalidValueException fault(String expected, String actual) {
        return new InvalidValueException("", expected, actual);
    }

    static JsonNode array(JsonNode json) {
        return kind(json, json.isArray(), "array");
    }

    static <T extends @Nullable Object> T member(String name, JsonNode json, Reader<T> reader) {
        try {
            return reader.read(json);
        } catch (InvalidValueException fault) {
            throw Words.inside(Words.member(name), fault);
        }
    }

    static <T extends @Nullable Object> T item(int index, JsonNode json, Reader<T> reader) {
        try {
            return reader.read(json);
        } catch (InvalidValueException fault) {
            throw Words.inside(Words.step(index), fault);
        }
    }

    private static void requireConstant(JsonNode json, boolean fits, String expected) {
        if (!fits) {
            throw fault(expected, Words.describe(json));
        }
    }

    private static double integral(JsonNode json) {
        boolean fits = json.isNumber() && Words.isInteger(json);
        return kind(json, fits, "integer").doubleValue();
    }

    static JsonNode kind(JsonNode json, boolean fits, String expected) {
        if (!fits) {
            String actual = Words.kind(json);
            throw Depth.isMarked(json) && actual.equals(expected)
                    ? Depth.fault()
                    : fault(expected, actual);
        }
        return json;
    }
}
