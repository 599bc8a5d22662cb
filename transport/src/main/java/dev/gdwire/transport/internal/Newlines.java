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
        // Four words a step: whether the compiler does that by itself changes with what is around.
        while (at + 4 * Long.BYTES <= to
                && (marks(bytes, at)
                                | marks(bytes, at + Long.BYTES)
                                | marks(bytes, at + 2 * Long.BYTES)
                                | marks(bytes, at + 3 * Long.BYTES))
                        == 0) {
            at += 4 * Long.BYTES;
        }
        while (at + Long.BYTES <= to) {
            long found = marks(bytes, at);
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

    /** Marks newlines of eight bytes; only of the first mark it is sure that it is right. */
    private static long marks(byte[] bytes, int at) {
        long others = (long) LONGS.get(bytes, at) ^ ONES * '\n';
        // A byte that is 0 now, the first at least, has its high bit here, and no other.
        return others - ONES & ~others & HIGH_BITS;
    }
}
