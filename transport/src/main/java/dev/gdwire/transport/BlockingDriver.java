package dev.gdwire.transport;

import dev.gdwire.transport.internal.Pump;
import dev.gdwire.transport.internal.ThreadPump;

/**
 * Gives each connection two daemon threads: {@code gdwire-reader-} and {@code gdwire-writer-} with
 * the peer's address. A thread that sends writes itself when it can, and one that waits in {@link
 * Connection#call} reads itself. Meant for few peers and low latency; for hundreds and more there
 * is {@link SelectorDriver}. Safe for use by many threads.
 *
 * <p>It holds nothing of its own, and is never closed: each connection ends for itself.
 */
public final class BlockingDriver extends PumpDriver {
    /** The driver; one is as good as another. */
    public BlockingDriver() {}

    @Override
    Pump.Factory pumps(LinkOptions link) {
        return (socket, owner, name) ->
                new ThreadPump(socket, link.spin(), link.outboundBytes(), owner, name);
    }
}
