package dev.gdwire.transport;

import java.nio.channels.SocketChannel;

/**
 * Who moves the bytes of connections over sockets: with threads for each ({@link BlockingDriver}),
 * or with few for all ({@link SelectorDriver}). Safe for use by many threads.
 */
public interface Driver {
    /**
     * Connects to a listening peer. The handshake goes on when this returns.
     *
     * @throws ConnectException if nobody listens there
     * @throws IllegalStateException if the driver is closed
     */
    default Connection connect(
            String host,
            int port,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        return over(Connector.connect(host, port, link.connectTimeout()), options, link, listener);
    }

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
}
