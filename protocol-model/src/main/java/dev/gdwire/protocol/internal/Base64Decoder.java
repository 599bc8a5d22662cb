package dev.gdwire.protocol.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads numbers from little-endian bytes in base64 (RFC 4648, section 4, padded; the bits behind
 * the last byte are not looked at), sixteen digits at once.
 */
public final class Base64Decoder {
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int BYTES = 12;
    private static final int DIGITS = 16;

    /** What is no digit, whatever it is joined with. */
    private static final int NONE = -1;

    /** What each of four digits is worth. */
    private static final int[] FIRST = values(18);

    private static final int[] SECOND = values(12);
    private static final int[] THIRD = values(6);
    private static final int[] FOURTH = values(0);

    private Base64Decoder() {}

    private static int[] values(int shift) {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        int[] values = new int[1 << Byte.SIZE];
        Arrays.fill(values, NONE);
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = i << shift;
        }
        return values;
    }

    /**
     * How many bytes a text holds, if all its digits are such.
     *
     * @return -1 if it has not the length of a base64 text
     */
    public static int count(byte[] text, int from, int to) {
        int length = to - from;
        return length % 4 == 0 ? length / 4 * 3 - padding(text, from, to) : -1;
    }

    private static int padding(byte[] text, int from, int to) {
        if (from == to || text[to - 1] != '=') {
            return 0;
        }
        return text[to - 2] == '=' ? 2 : 1;
    }

    /** Reads as many 32-bit numbers as the text holds; false if it is no base64. */
    public static boolean read(byte[] text, int from, int to, float[] items) {
        int all = 0;
        int at = from;
        int i = 0;
        for (; i + 3 <= items.length; i += 3) {
            int a = group(text, at);
            int b = group(text, at + 4);
            int c = group(text, at + 8);
            int d = group(text, at + 12);
            all |= a | b | c | d;
            items[i] = Float.intBitsToFloat(first(a, b));
            items[i + 1] = Float.intBitsToFloat(second(b, c));
            items[i + 2] = Float.intBitsToFloat(third(c, d));
            at += DIGITS;
        }
        all |= tail(text, at, to);
        for (int start = at; all >= 0 && i < items.length; i++) {
            int index = Float.BYTES * (i % 3);
            items[i] = Float.intBitsToFloat(integer(text, start, to, index));
        }
        return all >= 0;
    }

    /** Reads as many 32-bit integers as the text holds; false if it is no base64. */
    public static boolean read(byte[] text, int from, int to, int[] items) {
        int all = 0;
        int at = from;
        int i = 0;
        for (; i + 3 <= items.length; i += 3) {
            int a = group(text, at);
            int b = group(text, at + 4);
            int c = group(text, at + 8);
            int d = group(text, at + 12);
            all |= a | b | c | d;
            items[i] = first(a, b);
            items[i + 1] = second(b, c);
            items[i + 2] = third(c, d);
            at += DIGITS;
        }
        all |= tail(text, at, to);
        for (int start = at; all >= 0 && i < items.length; i++) {
            items[i] = integer(text, start, to, Integer.BYTES * (i % 3));
        }
        return all >= 0;
    }

    /** Reads as many 64-bit numbers as the text holds; false if it is no base64. */
    public static boolean read(byte[] text, int from, int to, double[] items) {
        int all = 0;
        int at = from;
        int i = 0;
        for (; i + 3 <= items.length; i += 3) {
            int a = group(text, at);
            int b = group(text, at + 4);
            int c = group(text, at + 8);
            int d = group(text, at + 12);
            int e = group(text, at + 16);
            int f = group(text, at + 20);
            int g = group(text, at + 24);
            int h = group(text, at + 28);
            all |= a | b | c | d | e | f | g | h;
            items[i] = number(first(a, b), second(b, c));
            items[i + 1] = number(third(c, d), first(e, f));
            items[i + 2] = number(second(f, g), third(g, h));
            at += 2 * DIGITS;
        }
        all |= tail(text, at, to);
        for (int start = at; all >= 0 && i < items.length; i++) {
            int index = Double.BYTES * (i % 3);
            int low = integer(text, start, to, index);
            items[i] = number(low, integer(text, start, to, index + Integer.BYTES));
        }
        return all >= 0;
    }

    /** Reads as many bytes as the text holds; false if it is no base64. */
    public static boolean read(byte[] text, int from, int to, byte[] items) {
        int all = 0;
        int at = from;
        int i = 0;
        for (; i + BYTES <= items.length; i += BYTES) {
            int a = group(text, at);
            int b = group(text, at + 4);
            int c = group(text, at + 8);
            int d = group(text, at + 12);
            all |= a | b | c | d;
            INTS.set(items, i, first(a, b));
            INTS.set(items, i + 4, second(b, c));
            INTS.set(items, i + 8, third(c, d));
            at += DIGITS;
        }
        all |= tail(text, at, to);
        for (int start = i; all >= 0 && i < items.length; i++) {
            items[i] = (byte) octet(text, at, to, i - start);
        }
        return all >= 0;
    }

    /** The 24 bits of four digits; below 0 if one is none. */
    private static int group(byte[] text, int at) {
        return FIRST[text[at] & 0xff]
                | SECOND[text[at + 1] & 0xff]
                | THIRD[text[at + 2] & 0xff]
                | FOURTH[text[at + 3] & 0xff];
    }

    private static int first(int a, int b) {
        return Integer.reverseBytes(a << 8 | b >>> 16);
    }

    private static int second(int b, int c) {
        return Integer.reverseBytes(b << 16 | c >>> 8);
    }

    private static int third(int c, int d) {
        return Integer.reverseBytes(c << 24 | d);
    }

    private static double number(int low, int high) {
        return Double.longBitsToDouble((long) high << Integer.SIZE | low & 0xffffffffL);
    }

    /** Below 0 if one of the last digits is none. */
    private static int tail(byte[] text, int from, int to) {
        int all = 0;
        for (int at = from; at < to; at += 4) {
            all |= lastGroup(text, at, to);
        }
        return all;
    }

    /** The bits of four digits, which padding may stand for. */
    private static int lastGroup(byte[] text, int at, int to) {
        int padding = at + 4 == to ? padding(text, at, to) : 0;
        return FIRST[text[at] & 0xff]
                | SECOND[text[at + 1] & 0xff]
                | (padding > 1 ? 0 : THIRD[text[at + 2] & 0xff])
                | (padding > 0 ? 0 : FOURTH[text[at + 3] & 0xff]);
    }

    private static int integer(byte[] text, int from, int to, int index) {
        return octet(text, from, to, index)
                | octet(text, from, to, index + 1) << 8
                | octet(text, from, to, index + 2) << 16
                | octet(text, from, to, index + 3) << 24;
    }

    private static int octet(byte[] text, int from, int to, int index) {
        int bits = lastGroup(text, from + index / 3 * 4, to);
        return bits >> 8 * (2 - index % 3) & 0xff;
    }
}
