package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * The bytes of one connection, both ways: those of its socket, or what TLS makes of them. Nothing
 * here blocks but {@link #awaitShaken}. One thread reads and one writes at a time, both at once.
 */
public abstract class ByteLink {
    /** The socket under it. */
    abstract SocketChannel channel();

    /** Says what this side has to say before anything else, if there is such a thing. */
    abstract void open() throws IOException;

    /**
     * Reads what is there: how many bytes, which may be none, or -1 at a clean end.
     *
     * @throws IOException if the connection broke, or ended in a way that may hide a loss
     */
    abstract int read(ByteBuffer into) throws IOException;

    /** More can be read at once, though the socket may have nothing. For the reading thread. */
    abstract boolean hasMore();

    /**
     * Writes as much as the peer takes now; the rest remains in the buffer, and is to come next.
     */
    abstract int write(ByteBuffer from) throws IOException;

    /** Writes what it keeps itself, as far as the peer takes it now. */
    abstract void flush() throws IOException;

    /**
     * Tells the peer that no more comes, after all that was written.
     *
     * @return false if the peer does not take that now: to be called again
     */
    abstract boolean endOutput() throws IOException;

    /** Bytes are exchanged before those of users: until that is done nobody can write. */
    public abstract boolean isShaking();

    /** That has gone on, or has ended, since this was asked last. For the reading thread. */
    abstract boolean hasShaken();

    /** What the socket has to be ready for before there may be something to read. */
    abstract int readOperations();

    /** What the socket has to be ready for before more can be written; none if that is to read. */
    abstract int writeOperations();

    /**
     * Waits until the thread that reads has done what writing waits for.
     *
     * @return false if it did not wait, because writing waits for the socket alone
     */
    abstract boolean awaitShaken();

    /** Lets a wait see that the channel was closed. */
    abstract void wake();
}
