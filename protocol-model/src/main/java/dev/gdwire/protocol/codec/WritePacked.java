package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writers of numbers as little-endian bytes in base64 (RFC 4648, section 4, padded). */
public final class WritePacked {
    private WritePacked() {}

    /** 32-bit numbers. */
    public static void floats(FloatList items, JsonWriter out) {
        ByteBuffer bytes = buffer(items.size(), Float.BYTES);
        bytes.asFloatBuffer().put(items.toArray());
        text(bytes, out);
    }

    /** 64-bit numbers. */
    public static void doubles(DoubleList items, JsonWriter out) {
        ByteBuffer bytes = buffer(items.size(), Double.BYTES);
        bytes.asDoubleBuffer().put(items.toArray());
        text(bytes, out);
    }

    /** 32-bit integers. */
    public static void ints(IntList items, JsonWriter out) {
        ByteBuffer bytes = buffer(items.size(), Integer.BYTES);
        bytes.asIntBuffer().put(items.toArray());
        text(bytes, out);
    }

    private static ByteBuffer buffer(int count, int size) {
        return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void text(ByteBuffer bytes, JsonWriter out) {
        out.base64(bytes.array());
    }
}
