package dev.gdwire.protocol.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes numbers as little-endian bytes in base64 (RFC 4648, section 4, padded), twelve bytes at
 * once.
 */
public final class Base64Encoder {
    /** So many bytes behind the text may be written over. */
    public static final int SLACK = 16;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int BYTES = 12;
    private static final int DIGITS = 16;

    /** Two digits for twelve bits, the first in the lower half. */
    private static final char[] PAIRS = new char[1 << 12];

    static {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (char) (digits.charAt(i >> 6) | digits.charAt(i & 63) << Byte.SIZE);
        }
    }

    private Base64Encoder() {}

    /**
     * How long the text of so many bytes is.
     *
     * @throws ArithmeticException if no array could hold it
     */
    public static int length(long bytes) {
        return Math.toIntExact((bytes + 2) / 3 * 4);
    }

    /** Writes 32-bit numbers; returns where the text ends. */
    public static int write(float[] items, byte[] target, int start) {
        int at = start;
        int i = 0;
        for (; i + 3 <= items.length; i += 3) {
            put(target, at, bits(items, i), bits(items, i + 1), bits(items, i + 2));
            at += DIGITS;
        }
        int rest = items.length - i;
        return rest == 0
                ? at
                : last(target, at, bits(items, i), rest > 1 ? bits(items, i + 1) : 0, 0, 4 * rest);
    }

    /** Writes 32-bit integers; returns where the text ends. */
    public static int write(int[] items, byte[] target, int start) {
        int at = start;
        int i = 0;
        for (; i + 3 <= items.length; i += 3) {
            put(target, at, items[i], items[i + 1], items[i + 2]);
            at += DIGITS;
        }
        int rest = items.length - i;
        return rest == 0
                ? at
                : last(target, at, items[i], rest > 1 ? items[i + 1] : 0, 0, 4 * rest);
    }

    /** Writes 64-bit numbers; returns where the text ends. */
    public static int write(double[] items, byte[] target, int start) {
        int at = start;
        int i = 0;
        for (; i + 3 <= items.length; i += 3) {
            long first = Double.doubleToRawLongBits(items[i]);
            long second = Double.doubleToRawLongBits(items[i + 1]);
            long third = Double.doubleToRawLongBits(items[i + 2]);
            put(target, at, (int) first, high(first), (int) second);
            put(target, at + DIGITS, high(second), (int) third, high(third));
            at += 2 * DIGITS;
        }
        if (i == items.length) {
            return at;
        }
        long first = Double.doubleToRawLongBits(items[i]);
        if (i + 1 == items.length) {
            return last(target, at, (int) first, high(first), 0, Double.BYTES);
        }
        long second = Double.doubleToRawLongBits(items[i + 1]);
        put(target, at, (int) first, high(first), (int) second);
        return last(target, at + DIGITS, high(second), 0, 0, Integer.BYTES);
    }

    /** Writes bytes; returns where the text ends. */
    public static int write(byte[] items, byte[] target, int start) {
        int at = start;
        int i = 0;
        for (; i + BYTES <= items.length; i += BYTES) {
            int first = (int) INTS.get(items, i);
            int second = (int) INTS.get(items, i + 4);
            put(target, at, first, second, (int) INTS.get(items, i + 8));
            at += DIGITS;
        }
        return last(
                target, at, few(items, i), few(items, i + 4), few(items, i + 8), items.length - i);
    }

    private static int bits(float[] items, int index) {
        return Float.floatToRawIntBits(items[index]);
    }

    private static int high(long bits) {
        return (int) (bits >>> Integer.SIZE);
    }

    /** Up to four bytes, zeros behind them. */
    private static int few(byte[] bytes, int from) {
        int word = 0;
        for (int i = Math.min(from + Integer.BYTES, bytes.length) - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    private static void put(byte[] target, int at, int first, int second, int third) {
        int x = Integer.reverseBytes(first);
        int y = Integer.reverseBytes(second);
        int z = Integer.reverseBytes(third);
        long start = digits(x >>> 8) | digits((x & 0xff) << 16 | y >>> 16) << Integer.SIZE;
        long end = digits((y & 0xffff) << 8 | z >>> 24) | digits(z & 0xffffff) << Integer.SIZE;
        LONGS.set(target, at, start);
        LONGS.set(target, at + Long.BYTES, end);
    }

    /** Four digits for 24 bits. */
    private static long digits(int bits) {
        return PAIRS[bits >>> 12] | (long) PAIRS[bits & 0xfff] << Short.SIZE;
    }

    /**
     * Writes the last bytes with what pads them.
     *
     * @param count how many bytes of the three integers there are
     */
    private static int last(byte[] target, int at, int first, int second, int third, int count) {
        if (count == 0) {
            return at;
        }
        put(target, at, first, second, third);
        int end = at + length(count);
        for (int i = 0; i < (3 - count % 3) % 3; i++) {
            target[end - 1 - i] = '=';
        }
        return end;
    }
}
