package dev.gdwire.transport;

import java.nio.channels.SocketChannel;

/**
 * Who moves the bytes of connections over sockets: with threads for each ({@link BlockingDriver}),
 * or with few for all ({@link SelectorDriver}). Safe for use by many threads.
 */
public sealed interface Driver permits PumpDriver {
    /**
     * Connects to a listening peer. The handshake goes on when this returns. With {@linkplain
     * EngineOptions#sessions sessions}, and a peer that keeps them too, the connection connects
     * again when it breaks.
     *
     * @throws ConnectException if nobody listens there
     * @throws IllegalStateException if the driver is closed
     */
    Connection connect(
            String host,
            int port,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener);

    /**
     * Takes over a connected socket; it is never blocking afterwards, and closed if this fails.
     *
     * @throws ConnectException if the connection broke at once
     * @throws IllegalStateException if the driver is closed
     */
    Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener);

    /**
     * Takes over a connected socket as {@link #over} does, for an acceptor whose peers can resume
     * their sessions.
     *
     * @param keeper has the sessions of all of these peers
     */
    Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener,
            SessionKeeper keeper);
}
