package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.godot.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.databind.JsonNode;

/** Readers of numbers as little-endian bytes in base64 (RFC 4648, section 4, padded). */
public final class ReadPacked {
    private ReadPacked() {}

    /** 32-bit numbers. */
    public static FloatList floats(JsonNode json) {
        ByteBuffer bytes = bytes(json, Float.BYTES);
        float[] items = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(items);
        return FloatList.of(items);
    }

    /** 64-bit numbers. */
    public static DoubleList doubles(JsonNode json) {
        ByteBuffer bytes = bytes(json, Double.BYTES);
        double[] items = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(items);
        return DoubleList.of(items);
    }

    /** 32-bit integers. */
    public static IntList ints(JsonNode json) {
        ByteBuffer bytes = bytes(json, Integer.BYTES);
        int[] items = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(items);
        return IntList.of(items);
    }

    private static ByteBuffer bytes(JsonNode json, int size) {
        String text = Read.string(json);
        byte[] bytes = Bytes.ofBase64(text).toArray();
        if (bytes.length % size != 0) {
            throw Read.fault("base64 of whole " + size + "-byte numbers", Words.quote(text));
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
