package dev.gdwire.transport.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Waits for a peer that does not take all at once. Used by one thread at a time, but for wake. */
final class Outflow implements Closeable {
    private final SocketChannel channel;
    private final ByteLink link;
    private volatile @Nullable Selector selector;

    Outflow(ByteLink link) {
        this.link = link;
        channel = link.channel();
    }

    /** Waits until the peer takes some; ends with an exception when the channel is closed. */
    void awaitRoom() throws IOException {
        if (!link.awaitShaken()) {
            awaitSocket();
        }
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
    }

    private void awaitSocket() throws IOException {
        Selector waiting = selector;
        if (waiting == null) {
            // Most peers take all at once: then no connection needs one.
            waiting = channel.provider().openSelector();
            selector = waiting;
            channel.register(waiting, SelectionKey.OP_WRITE);
        }
        waiting.select(key -> {});
    }

    /** Lets a wait see that the channel was closed. */
    void wake() {
        link.wake();
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
