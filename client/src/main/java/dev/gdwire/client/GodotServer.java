package dev.gdwire.client;

import dev.gdwire.client.internal.PeerSessions;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Listener;
import java.util.List;

/** Waits for Godot games, and for plain peers if allowed. Safe for use by many threads. */
public final class GodotServer implements AutoCloseable {
    private final PeerSessions<GodotPeer> sessions;

    GodotServer(ServerBuilder builder, int port) {
        String host = builder.reach().toListen(builder.host());
        sessions =
                new PeerSessions<>(
                        builder.handlers(),
                        builder.engine(),
                        builder.settings(),
                        builder.peerLimits(),
                        GodotServer::peer,
                        builder.onConnect(),
                        all -> Listener.open(host, port, all::accept, all::problem));
    }

    private static PeerSessions.Unbound<GodotPeer> peer() {
        GodotPeer peer = new GodotPeer();
        return new PeerSessions.Unbound<>(peer, peer::bind);
    }

    /** A server of some protocols; none if it is for plain peers only. */
    public static ServerBuilder builder(Protocol<?>... protocols) {
        return new ServerBuilder(List.of(protocols));
    }

    /** The port that it listens on. */
    public int port() {
        return sessions.port();
    }

    /** The peers that are connected now. */
    public List<GodotPeer> peers() {
        return sessions.open();
    }

    /** The sum of the numbers of all connections that are there now. */
    public ConnectionStats stats() {
        return sessions.stats();
    }

    /** Takes no more peers, and closes the connections to those that are there. */
    @Override
    public void close() {
        sessions.close();
    }
}
