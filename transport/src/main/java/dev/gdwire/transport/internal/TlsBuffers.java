package dev.gdwire.transport.internal;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Buffers of one TLS record each, shared by all connections: one that is silent has none. Safe for
 * use by many threads.
 */
final class TlsBuffers {
    /** A record of TLS 1.3 has at most 16,645 bytes; what the JDK asks for is somewhat more. */
    private static final int BYTES = 17 * 1024;

    /** So many that are free are kept; of those in use each connection has three at most. */
    private static final int KEPT = 16;

    private static final Deque<ByteBuffer> FREE = new ArrayDeque<>();

    private TlsBuffers() {}

    /** An empty buffer with so much room, or more. */
    static ByteBuffer take(int bytes) {
        if (bytes <= BYTES) {
            synchronized (FREE) {
                ByteBuffer buffer = FREE.poll();
                if (buffer != null) {
                    return buffer;
                }
            }
        }
        // On the heap: what is attacked with many half records must not use up other memory.
        return ByteBuffer.allocate(Math.max(bytes, BYTES));
    }

    /** Takes back a buffer that nobody uses any more. */
    static void give(@Nullable ByteBuffer buffer) {
        if (buffer == null || buffer.capacity() != BYTES) {
            return;
        }
        synchronized (FREE) {
            if (FREE.size() < KEPT) {
                FREE.push(buffer.clear());
            }
        }
    }
}
