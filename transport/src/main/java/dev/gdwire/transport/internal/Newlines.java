package dev.gdwire.transport.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for newlines, eight bytes at once. */
public final class Newlines {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Newlines() {}

    /** The place of the first newline; -1 if there is none. */
    public static int first(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long others = (long) LONGS.get(bytes, at) ^ ONES * '\n';
            // A byte that is 0 now, the first at least, has its high bit here, and no other.
            long found = others - ONES & ~others & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < to) {
            if (bytes[at] == '\n') {
                return at;
            }
            at++;
        }
        return -1;
    }
}
