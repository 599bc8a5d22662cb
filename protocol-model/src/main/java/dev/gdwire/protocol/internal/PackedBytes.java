package dev.gdwire.protocol.internal;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.codec.Check;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Looks at bytes before they become numbers. */
public final class PackedBytes {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLES =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Where all bits of an exponent are set there is no number, and one more of them overflows. */
    private static final long EXPONENTS32 = 0x7f800000_7f800000L;

    private static final long LOWEST_OF_EXPONENTS32 = 0x00800000_00800000L;
    private static final long SIGNS32 = 0x80000000_80000000L;

    private static final long EXPONENT64 = 0x7ff00000_00000000L;
    private static final long LOWEST_OF_EXPONENT64 = 0x00100000_00000000L;

    private PackedBytes() {}

    /** The bytes, to be read as little-endian ones. */
    public static ByteBuffer littleEndian(byte[] bytes, int from, int to) {
        return ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Puts 32-bit numbers as little-endian bytes; without the objects that a buffer would be. */
    public static int put(float[] items, byte[] target, int start) {
        for (int i = 0; i < items.length; i++) {
            FLOATS.set(target, start + Float.BYTES * i, items[i]);
        }
        return start + Float.BYTES * items.length;
    }

    /** Puts 64-bit numbers as little-endian bytes. */
    public static int put(double[] items, byte[] target, int start) {
        for (int i = 0; i < items.length; i++) {
            DOUBLES.set(target, start + Double.BYTES * i, items[i]);
        }
        return start + Double.BYTES * items.length;
    }

    /** Puts 32-bit integers as little-endian bytes. */
    public static int put(int[] items, byte[] target, int start) {
        for (int i = 0; i < items.length; i++) {
            INTS.set(target, start + Integer.BYTES * i, items[i]);
        }
        return start + Integer.BYTES * items.length;
    }

    /** How many numbers of a size there are. */
    public static int count(byte[] bytes, int from, int to, int size) {
        Objects.checkFromToIndex(from, to, bytes.length);
        int length = to - from;
        if (length % size != 0) {
            throw new InvalidValueException(
                    "", "whole " + size + "-byte numbers", length + " bytes");
        }
        return length / size;
    }

    /** How many numbers of a size a text in base64 holds, if all its digits are such. */
    public static int countOfBase64(byte[] text, int from, int to, int size) {
        Objects.checkFromToIndex(from, to, text.length);
        int count = Base64Decoder.count(text, from, to);
        if (count < 0) {
            throw notBase64(text, from, to);
        }
        if (count % size != 0) {
            throw new InvalidValueException(
                    "", "base64 of whole " + size + "-byte numbers", count + " bytes");
        }
        return count / size;
    }

    /** The fault of a text. */
    public static InvalidValueException notBase64(byte[] text, int from, int to) {
        return Check.notBase64(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    /** Whether none of the little-endian 32-bit numbers is NaN or infinite. */
    public static boolean areFinite32(byte[] bytes, int from, int to) {
        long all = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            all |= ((long) LONGS.get(bytes, at) & EXPONENTS32) + LOWEST_OF_EXPONENTS32;
        }
        return (all & SIGNS32) == 0
                && (at == to || (bytes[to - 1] & 0x7f) != 0x7f || bytes[to - 2] >= 0);
    }

    /** Whether none of the little-endian 64-bit numbers is NaN or infinite. */
    public static boolean areFinite64(byte[] bytes, int from, int to) {
        long all = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            all |= ((long) LONGS.get(bytes, at) & EXPONENT64) + LOWEST_OF_EXPONENT64;
        }
        return all >= 0;
    }
}
