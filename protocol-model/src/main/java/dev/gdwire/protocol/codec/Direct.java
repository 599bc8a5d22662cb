package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.BooleanList;
import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.LongList;
import dev.gdwire.protocol.json.JsonInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/**
 * Readers from bytes of values that are made of others. They read what {@link Read} reads, and give
 * the rest up.
 */
public final class Direct {
    private static final int FIRST_SIZE = 16;

    private Direct() {}

    /** A value that stands for another on the wire, as text. */
    public static <T> T text(JsonInput in, Reader<T> reader) {
        return reader.read(StringNode.valueOf(in.text()));
    }

    /** One text and nothing else. */
    public static String constant(JsonInput in, String constant) {
        require(in.text().equals(constant));
        return constant;
    }

    /** One boolean and nothing else. */
    public static boolean constant(JsonInput in, boolean constant) {
        require(in.bool() == constant);
        return constant;
    }

    /** One integer and nothing else. */
    public static long constant(JsonInput in, long constant) {
        require(in.number() == constant);
        return constant;
    }

    /** One number and nothing else. */
    public static double constant(JsonInput in, double constant) {
        require(in.number() == constant);
        return constant;
    }

    /** {@code null} and nothing else. */
    public static @Nullable Void nothing(JsonInput in) {
        require(in.nothing());
        return null;
    }

    /** What stands for a value that is one of some. */
    static <T> T oneOf(Map<JsonValue, T> cases, JsonValue value) {
        T found = cases.get(value);
        if (found == null) {
            throw JsonInput.miss();
        }
        return found;
    }

    /** One more item of a tuple. */
    public static void item(JsonInput in) {
        require(in.item());
    }

    /** The end of a tuple. */
    public static void noItem(JsonInput in) {
        require(!in.item());
    }

    /** The end of an object without members. */
    public static void noMember(JsonInput in) {
        require(!in.member());
    }

    /** A list. */
    public static <T extends @Nullable Object> List<T> list(JsonInput in, DirectReader<T> reader) {
        List<T> items = new ArrayList<>();
        boolean hasNull = false;
        in.array();
        while (in.item()) {
            T item = reader.read(in);
            hasNull |= item == null;
            items.add(item);
        }
        // What List.copyOf makes is not copied again by the record that takes it.
        return hasNull ? Collections.unmodifiableList(items) : List.copyOf(items);
    }

    /** A member that has no field of its own, and what it is called. */
    public static <T extends @Nullable Object> void other(
            JsonInput in, Map<String, T> others, DirectReader<T> reader) {
        int count = others.size();
        others.put(in.takeUnknown(), reader.read(in));
        require(others.size() > count);
    }

    /** An object whose members are all of one type. */
    public static <T extends @Nullable Object> Map<String, T> map(
            JsonInput in, DirectReader<T> reader) {
        Map<String, T> members = new LinkedHashMap<>();
        int count = 0;
        in.object();
        while (in.member()) {
            members.put(in.name(), reader.read(in));
            count++;
        }
        require(members.size() == count);
        return Collections.unmodifiableMap(members);
    }

    /** Any JSON value. */
    public static JsonValue json(JsonInput in) {
        return switch (in.kind()) {
            case STRING -> JsonValue.of(in.text());
            case NUMBER -> JsonValue.of(in.number());
            case BOOLEAN -> JsonValue.of(in.bool());
            case ARRAY -> JsonValue.ofItems(list(in, Direct::json));
            case OBJECT -> JsonValue.ofMembers(map(in, Direct::json));
            case NULL -> {
                nothing(in);
                yield JsonValue.NULL;
            }
        };
    }

    /** A list of 64-bit numbers. */
    public static DoubleList doubles(JsonInput in) {
        double[] items = new double[FIRST_SIZE];
        int size = 0;
        in.array();
        while (in.item()) {
            items = size < items.length ? items : Arrays.copyOf(items, 2 * size);
            items[size++] = in.number();
        }
        return DoubleList.copyOf(items, size);
    }

    /** A list of 32-bit numbers. */
    public static FloatList floats(JsonInput in) {
        return FloatList.of(floatArray(in));
    }

    /** 32-bit numbers. */
    public static float[] floatArray(JsonInput in) {
        float[] items = new float[FIRST_SIZE];
        int size = 0;
        in.array();
        while (in.item()) {
            items = size < items.length ? items : Arrays.copyOf(items, 2 * size);
            items[size++] = in.float32();
        }
        return Arrays.copyOf(items, size);
    }

    /** A list of integers within +-(2^53-1). */
    public static LongList longs(JsonInput in) {
        long[] items = new long[FIRST_SIZE];
        int size = 0;
        in.array();
        while (in.item()) {
            items = size < items.length ? items : Arrays.copyOf(items, 2 * size);
            items[size++] = in.integer();
        }
        return LongList.copyOf(items, size);
    }

    /** A list of 32-bit integers. */
    public static IntList ints(JsonInput in) {
        return IntList.of(intArray(in));
    }

    /** 32-bit integers. */
    public static int[] intArray(JsonInput in) {
        int[] items = new int[FIRST_SIZE];
        int size = 0;
        in.array();
        while (in.item()) {
            items = size < items.length ? items : Arrays.copyOf(items, 2 * size);
            items[size++] = in.int32();
        }
        return Arrays.copyOf(items, size);
    }

    /** A list of booleans. */
    public static BooleanList booleans(JsonInput in) {
        boolean[] items = new boolean[FIRST_SIZE];
        int size = 0;
        in.array();
        while (in.item()) {
            items = size < items.length ? items : Arrays.copyOf(items, 2 * size);
            items[size++] = in.bool();
        }
        return BooleanList.copyOf(items, size);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw JsonInput.miss();
        }
    }
}
