package dev.gdwire.client;

import dev.gdwire.client.internal.Caller;
import dev.gdwire.client.internal.PeerLimits;
import dev.gdwire.client.internal.PeerSessions;
import dev.gdwire.client.internal.Session;
import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Request;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.Listener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a Godot game, on the same wire: it listens, takes what Java sends and sends what
 * Godot sends. For tests, and for games whose rules also exist in Java. Safe for use by many
 * threads.
 */
public final class SimulatedGame implements AutoCloseable {
    private final PeerSessions<Peer> sessions;

    SimulatedGame(SimulatedGameBuilder builder, int port) {
        sessions =
                new PeerSessions<>(
                        builder.handlers(),
                        builder.engine(),
                        builder.settings(),
                        PeerLimits.DEFAULT,
                        SimulatedGame::peer,
                        builder.onConnect(),
                        all ->
                                Listener.open(
                                        ServerBuilder.LOOPBACK, port, all::accept, all::problem));
    }

    private static PeerSessions.Unbound<Peer> peer() {
        Peer peer = new Peer();
        return new PeerSessions.Unbound<>(peer, peer::bind);
    }

    /** A game of some protocols. */
    public static SimulatedGameBuilder builder(Protocol<?>... protocols) {
        return new SimulatedGameBuilder(List.of(protocols));
    }

    /** The port that it listens on. */
    public int port() {
        return sessions.port();
    }

    /** The Java programs that are connected now. */
    public List<Peer> peers() {
        return sessions.open();
    }

    /** Takes no more peers, and closes the connections to those that are there. */
    @Override
    public void close() {
        sessions.close();
    }

    /** A Java program that is connected to a simulated game. */
    public static final class Peer implements AutoCloseable {
        private @Nullable Session<Peer> session;

        Peer() {}

        void bind(Session<Peer> bound) {
            session = bound;
        }

        private Session<Peer> session() {
            return Objects.requireNonNull(session);
        }

        /** Sends a message of the game's; the exceptions are those of {@link GodotClient#send}. */
        public void send(FromGodot message) {
            new Caller(session()).send(message);
        }

        /** Sends a message by a policy of its own; see {@link Delivery}. */
        public void send(FromGodot message, Delivery delivery) {
            new Caller(session()).send(message, delivery);
        }

        /** Asks the Java program; the exceptions are those of {@link GodotClient#call}. */
        @SuppressWarnings("unchecked") // The engine takes no other reply than the schema's.
        public <R extends Message, Q extends FromGodot & Request<R>> R call(
                Q request, Duration timeout) {
            return (R) new Caller(session()).call(request, timeout);
        }

        /** Sends what is queued and ends the connection. */
        @Override
        public void close() {
            session().close();
        }
    }
}
