package dev.gdwire.benchmarks.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Counts newlines, eight bytes at a time. */
final class NewlineCount {
    private static final long ONES = 0x0101010101010101L;
    private static final long SEVENS = 0x7f7f7f7f7f7f7f7fL;
    private static final long NEWLINES = '\n' * ONES;

    private NewlineCount() {}

    /** How many newlines stand in the rest of a buffer, whose order of bytes may change. */
    static int of(ByteBuffer buffer) {
        buffer.order(ByteOrder.nativeOrder());
        int count = 0;
        int at = buffer.position();
        int limit = buffer.limit();
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            count += inWord(buffer.getLong(at));
        }
        for (; at < limit; at++) {
            count += buffer.get(at) == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Exact: a byte's high bit is set in the end where it was a newline, and nowhere else. */
    private static int inWord(long word) {
        long difference = word ^ NEWLINES;
        long filled = (difference & SEVENS) + SEVENS;
        return Long.bitCount(~(filled | difference | SEVENS));
    }
}
