package dev.gdwire.client.internal;

import dev.gdwire.transport.Connection;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Listener;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The peers of a listening side: a session for each.
 *
 * @param <P> the peer, as handlers see it
 */
public final class PeerSessions<P> implements AutoCloseable {
    /** Makes the user's view of a peer that is not connected yet. */
    public interface PeerFactory<P> {
        /** A peer and the place to put its session. */
        Unbound<P> make();
    }

    /**
     * A peer without a session.
     *
     * @param peer the user's view
     * @param bind takes the session
     */
    public record Unbound<P>(P peer, Consumer<Session<P>> bind) {}

    private final Handlers<P> handlers;
    private final EngineOptions engine;
    private final Carrier carrier;
    private final PeerAdmission admission;
    private final PeerFactory<P> factory;
    private final Consumer<? super P> onConnect;
    private final List<Session<P>> all = new CopyOnWriteArrayList<>();
    private final List<P> open = new CopyOnWriteArrayList<>();
    private final Listener listener;

    /** Listens, and takes peers. */
    public PeerSessions(
            Handlers<P> handlers,
            EngineOptions engine,
            Settings settings,
            PeerLimits limits,
            PeerFactory<P> factory,
            Consumer<? super P> onConnect,
            Function<PeerSessions<P>, Listener> listen) {
        this.handlers = handlers;
        this.engine = engine;
        admission = new PeerAdmission(limits);
        this.factory = factory;
        this.onConnect = onConnect;
        handlers.beforeClose((reason, peer) -> forget(peer));
        carrier = new Carrier(settings);
        try {
            listener = listen.apply(this);
        } catch (RuntimeException e) {
            carrier.close();
            throw e;
        }
    }

    /** What a peer has not received is not kept until somebody else comes. */
    private void forget(P peer) {
        open.remove(peer);
        all.removeIf(Session::isOver);
    }

    /** Takes a peer's socket. */
    public void accept(SocketChannel socket) {
        all.removeIf(Session::isOver);
        PeerAdmission.Guest guest = admission.guest(socket.socket().getInetAddress());
        Session<P> session = newSession(socket, guest);
        guest.onDrop(() -> session.connection().abort(admission.tooManyHandshakes()));
        // First room for it, in every sense, then its connection.
        admission.arrive(guest).ifPresent(this::drop);
        Connection connection;
        try {
            connection = carrier.over(socket, engine, session);
        } catch (RuntimeException | Error e) {
            guest.leave();
            throw e;
        }
        all.add(session);
        session.start(connection);
    }

    private Session<P> newSession(SocketChannel socket, Place place) {
        Unbound<P> unbound = factory.make();
        P peer = unbound.peer();
        Session<P> session =
                new Session<>(
                        handlers,
                        carrier.settings(),
                        peer,
                        String.valueOf(socket.socket().getRemoteSocketAddress()),
                        opened -> {
                            open.add(peer);
                            onConnect.accept(peer);
                        },
                        place);
        unbound.bind().accept(session);
        return session;
    }

    private void drop(PeerAdmission.Guest guest) {
        guest.drop();
        long dropped = admission.dropped();
        if (Long.bitCount(dropped) == 1) {
            // At 1, 2, 4, 8 ...: an attack must not become a flood of problems.
            String text =
                    "%d handshakes given up so far, the last from %s, which had the most of them:"
                            + " %s";
            problem(
                    Problem.of(
                            ProblemKind.CONNECTION,
                            text.formatted(
                                    dropped,
                                    guest.address().getHostAddress(),
                                    admission.tooManyHandshakes())));
        }
    }

    /** Tells of a peer that could not be taken. */
    public void problem(Problem problem) {
        Problems.unordered(handlers).report(problem, "");
    }

    /** The peers whose handshake is done and whose connection is not over. */
    public List<P> open() {
        return List.copyOf(open);
    }

    /** The sum of the numbers of all connections that are not over. */
    public ConnectionStats stats() {
        return all.stream()
                .filter(session -> !session.isOver())
                .map(Session::stats)
                .reduce(ConnectionStats.NONE, ConnectionStats::plus);
    }

    /** The port that it listens on. */
    public int port() {
        return listener.port();
    }

    /** Takes no more peers, and closes those that are there. */
    @Override
    public void close() {
        listener.close();
        // All at once first: each may take its time to end.
        all.forEach(session -> session.connection().shutdown());
        all.forEach(session -> session.connection().close());
        long deadline = System.nanoTime() + carrier.settings().link().closeTimeout().toNanos();
        all.forEach(session -> session.awaitHandlers(deadline));
        carrier.close();
    }
}
