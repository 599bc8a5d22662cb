package dev.gdwire.transport;

import dev.gdwire.transport.internal.Pump;
import java.nio.channels.SocketChannel;

/** What the drivers have in common: they differ in the pumps that they make. */
abstract sealed class PumpDriver implements Driver permits BlockingDriver, SelectorDriver {
    /** Makes the pump of a new connection. */
    abstract Pump.Factory pumps(LinkOptions link);

    @Override
    public final Connection connect(
            String host,
            int port,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        if (options.sessions() != null) {
            return LastingConnection.connect(
                    this, new Reconnector.Place(host, port), options, link, listener);
        }
        return over(Connector.connect(host, port, link.connectTimeout()), options, link, listener);
    }

    @Override
    public final Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        return SocketConnection.over(
                channel,
                options.withSessions(null),
                link,
                listener,
                SocketConnection.Resumer.none(),
                pumps(link));
    }

    @Override
    public final Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener,
            SessionKeeper keeper) {
        return LastingConnection.accept(this, channel, options, link, listener, keeper);
    }
}
