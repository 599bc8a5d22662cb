package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** The bytes of a socket as they are. */
public final class PlainLink extends ByteLink {
    private final SocketChannel channel;

    /** Those of a channel that does not block. */
    public PlainLink(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    SocketChannel channel() {
        return channel;
    }

    @Override
    void open() {
        // Nobody has to say anything first.
    }

    @Override
    int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    boolean hasMore() {
        return false;
    }

    @Override
    int write(ByteBuffer from) throws IOException {
        return channel.write(from);
    }

    @Override
    void flush() {
        // It keeps nothing.
    }

    @Override
    boolean endOutput() throws IOException {
        channel.shutdownOutput();
        return true;
    }

    @Override
    public boolean isShaking() {
        return false;
    }

    @Override
    boolean hasShaken() {
        return false;
    }

    @Override
    int readOperations() {
        return SelectionKey.OP_READ;
    }

    @Override
    int writeOperations() {
        return SelectionKey.OP_WRITE;
    }

    @Override
    boolean awaitShaken() {
        return false;
    }

    @Override
    void wake() {
        // Nobody waits here.
    }
}
