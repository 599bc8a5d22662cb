package dev.gdwire.transport;

import dev.gdwire.transport.internal.ThreadPump;
import java.nio.channels.SocketChannel;

/**
 * Gives each connection two daemon threads: {@code gdwire-reader-} and {@code gdwire-writer-} with
 * the peer's address. A thread that sends writes itself when it can, and one that waits in {@link
 * Connection#call} reads itself. Meant for few peers and low latency; for hundreds and more there
 * is {@link SelectorDriver}. Safe for use by many threads.
 *
 * <p>It holds nothing of its own, and is never closed: each connection ends for itself.
 */
public final class BlockingDriver implements Driver {
    /** The driver; one is as good as another. */
    public BlockingDriver() {}

    @Override
    public Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        return SocketConnection.over(
                channel,
                options,
                link,
                listener,
                (socket, owner, name) ->
                        new ThreadPump(socket, link.spin(), link.outboundBytes(), owner, name));
    }
}
