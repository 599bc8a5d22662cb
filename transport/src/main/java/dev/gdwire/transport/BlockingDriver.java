package dev.gdwire.transport;

import dev.gdwire.transport.internal.Pump;
import dev.gdwire.transport.internal.ThreadPump;
import dev.gdwire.transport.internal.Threads;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;

/**
 * Gives each connection two daemon threads: {@code gdwire-reader-} and {@code gdwire-writer-} with
 * the peer's address. A thread that sends writes itself when it can, and one that waits in {@link
 * Connection#call} reads itself. Meant for few peers and low latency; for hundreds and more there
 * is {@link SelectorDriver}. Safe for use by many threads.
 *
 * <p>It holds nothing of its own, and is never closed: each connection ends for itself.
 */
public final class BlockingDriver extends PumpDriver {
    private final ThreadFactory threads;

    /** A driver whose threads are daemons; one is as good as another. */
    public BlockingDriver() {
        this(Threads::daemon);
    }

    /**
     * A driver whose threads are made by a factory, two for each connection: one that reads and one
     * that writes, named {@code gdwire-reader-ADDRESS} and {@code gdwire-writer-ADDRESS} whatever
     * the factory calls them. Where the factory's are no daemons, a connection that is not closed
     * keeps the program alive. Virtual threads ({@code Thread.ofVirtual().factory()}) will do.
     */
    public BlockingDriver(ThreadFactory threads) {
        this.threads = Objects.requireNonNull(threads, "threads");
    }

    @Override
    Pump.Factory pumps(LinkOptions link) {
        return (socket, owner, name) ->
                new ThreadPump(socket, link.spin(), link.outboundBytes(), threads, owner, name);
    }
}
