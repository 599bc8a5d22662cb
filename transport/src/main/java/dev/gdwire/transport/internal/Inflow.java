package dev.gdwire.transport.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * What comes in by a connection. It waits with a selector, not in a read: so a thread that waits
 * can be woken or interrupted, and the socket lives on. Used by one thread at a time, but for
 * {@link #wake}.
 */
final class Inflow implements Baton.Source, Closeable {
    /** What a socket's bytes are for. */
    interface Sink {
        /** Bytes came in; the array is free again afterwards. */
        void bytes(byte[] bytes, int length);

        /** The peer sends no more. */
        void endOfInput();

        /** Reading failed, or one of the other methods did: no more is read. */
        void failed(Throwable reason);
    }

    private static final int READ_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final ByteLink link;
    private final Sink sink;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final byte[] bytes = new byte[READ_BYTES];
    private final long spinNanos;

    private int operations = SelectionKey.OP_READ;

    /** The last read took all that there was room for. */
    private boolean isBusy;

    /** Of a channel that does not block. */
    Inflow(ByteLink link, Duration spin, Sink sink) throws IOException {
        this.link = link;
        channel = link.channel();
        spinNanos = spin.toNanos();
        this.sink = sink;
        selector = channel.provider().openSelector();
        try {
            key = channel.register(selector, operations);
        } catch (IOException e) {
            selector.close();
            throw e;
        }
    }

    @Override
    public boolean read() {
        try {
            return deliver();
        } catch (IOException | RuntimeException | Error e) {
            sink.failed(e);
            return false;
        }
    }

    private boolean deliver() throws IOException {
        int length = readSoon();
        if (length == 0) {
            length = readWhenWoken();
        }
        if (length < 0) {
            sink.endOfInput();
            return false;
        }
        if (length > 0) {
            isBusy = length == READ_BYTES || link.hasMore();
            buffer.flip().get(bytes, 0, length);
            sink.bytes(bytes, length);
        }
        return true;
    }

    /** Without a wait, when more is likely to be there; or within the spin. */
    private int readSoon() throws IOException {
        if (spinNanos == 0) {
            return isBusy ? link.read(buffer.clear()) : 0;
        }
        long start = System.nanoTime();
        int length = link.read(buffer.clear());
        while (length == 0 && System.nanoTime() - start < spinNanos) {
            Thread.onSpinWait();
            length = link.read(buffer);
        }
        return length;
    }

    private int readWhenWoken() throws IOException {
        int wanted = link.readOperations();
        if (wanted != operations) {
            operations = wanted;
            key.interestOps(wanted);
        }
        if (selector.select(key -> {}) == 0) {
            if (!channel.isOpen()) {
                throw new ClosedChannelException();
            }
            return 0;
        }
        return link.read(buffer.clear());
    }

    /** Reads nothing until woken; false when nothing will come any more. */
    boolean pause() {
        try {
            key.interestOps(0);
            selector.select(ready -> {});
            key.interestOps(operations);
            return true;
        } catch (CancelledKeyException e) {
            sink.failed(new ClosedChannelException());
            return false;
        } catch (IOException | RuntimeException | Error e) {
            sink.failed(e);
            return false;
        }
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    /** Ends the wait; the channel is to be closed before. */
    @Override
    public void close() throws IOException {
        selector.close();
    }
}
