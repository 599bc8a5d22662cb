package dev.gdwire.transport.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** What goes out by a socket that does not block. Used by one thread at a time, but for wake. */
final class Outflow implements Closeable {
    /** The JDK keeps a buffer of the largest write for each thread that has written. */
    private static final int WRITE_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private volatile @Nullable Selector selector;

    Outflow(SocketChannel channel) {
        this.channel = channel;
    }

    /** Writes as much as the peer takes now; the rest remains in the buffer. */
    void writeSome(ByteBuffer lines) throws IOException {
        int end = lines.limit();
        boolean all = true;
        while (all && lines.position() < end) {
            lines.limit(Math.min(end, lines.position() + WRITE_BYTES));
            channel.write(lines);
            all = !lines.hasRemaining();
            lines.limit(end);
        }
    }

    /** Waits until the peer takes some, and writes that; or until the channel is closed. */
    void writeNext(ByteBuffer lines) throws IOException {
        int before = lines.remaining();
        writeSome(lines);
        while (lines.remaining() == before) {
            awaitRoom();
            writeSome(lines);
        }
    }

    private void awaitRoom() throws IOException {
        Selector waiting = selector;
        if (waiting == null) {
            // Most peers take all at once: then no connection needs one.
            waiting = channel.provider().openSelector();
            selector = waiting;
            channel.register(waiting, SelectionKey.OP_WRITE);
        }
        waiting.select(key -> {});
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
    }

    /** Lets a wait see that the channel was closed. */
    void wake() {
        Selector waiting = selector;
        if (waiting != null) {
            waiting.wakeup();
        }
    }

    @Override
    public void close() throws IOException {
        if (selector != null) {
            selector.close();
        }
    }
}
