package dev.gdwire.transport.internal;

/**
 * What a pump serves: a connection. What is not said otherwise is called by the thread that reads.
 */
public interface PumpOwner {
    /** Waits until more bytes may come, where a thread can wait for one peer. */
    void awaitRoom() throws InterruptedException;

    /** Whether more bytes may come, where it cannot; if not, the task is run once when they may. */
    boolean hasRoom(Runnable whenThereIs);

    /**
     * Bytes came in; called with the connection's lock, and what it sends is the pump's to write.
     */
    void bytes(byte[] bytes, int length);

    /** The peer sends no more. */
    void endOfInput();

    /** The connection's clock, in nanoseconds. Called by any thread. */
    long now();

    /** The socket is closed. */
    void finished();

    /** The connection is to end. */
    void shutdown();

    /** The socket or one of the other methods failed. Called by any thread. */
    void failed(Throwable reason);
}
