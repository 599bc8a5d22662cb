package dev.gdwire.protocol.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at once, the first of them the lowest of a long. */
final class Words8 {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Words8() {}

    /** The eight bytes from an index on. */
    static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    /** Fewer than eight bytes, zeros behind them. */
    static long few(byte[] bytes, int from, int to) {
        long word = 0;
        for (int i = to - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    /** Whether a byte ends plain ASCII text: a quote, a backslash, a control character, or 0x80. */
    static boolean hasSpecial(long word) {
        long quotes = word ^ ONES * '"';
        long slashes = word ^ ONES * '\\';
        long found =
                word - ONES * ' ' & ~word
                        | quotes - ONES & ~quotes
                        | slashes - ONES & ~slashes
                        | word;
        return (found & HIGH_BITS) != 0;
    }
}
