package dev.gdwire.client;

import dev.gdwire.client.internal.Caller;
import dev.gdwire.client.internal.Handlers;
import dev.gdwire.client.internal.Opening;
import dev.gdwire.client.internal.Session;
import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Request;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.SessionLoss;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection to a Godot game that listens. Safe for use by many threads.
 *
 * <p>Handlers run one after another, in the order in which the messages came, on one thread of the
 * connection's own unless the builder names an executor. A handler may send, call, wait for a
 * request's future, and close. An exception that it throws is reported as a problem.
 *
 * @param <M> the root of the messages that it receives
 */
public final class GodotClient<M extends Message> implements AutoCloseable {
    private final Class<M> root;
    private final Handlers<GodotClient<M>> handlers;
    private final Session<GodotClient<M>> session;
    private final Caller caller;

    GodotClient(
            Class<M> root,
            Handlers<GodotClient<M>> handlers,
            ClientBuilder<M> builder,
            String host,
            int port) {
        this.root = root;
        this.handlers = handlers;
        session =
                new Session<>(handlers, builder.settings(), this, host + ":" + port, opened -> {});
        caller = new Caller(session);
        Opening.connect(session, host, port, builder.reach(), builder.engine(), builder.settings());
    }

    /**
     * Connects with the usual options, and waits until the handshake is done.
     *
     * @throws dev.gdwire.transport.ConnectException if no Gdwire game listens there, or it is not
     *     on this machine: then use a builder with a token
     * @throws dev.gdwire.transport.RejectedException if the peers do not fit
     */
    public static <M extends Message> GodotClient<M> connect(
            Protocol<M> protocol, String host, int port) {
        return builder(protocol).connect(host, port);
    }

    /** A client of one protocol, with options. */
    public static <M extends Message> ClientBuilder<M> builder(Protocol<M> protocol) {
        return new ClientBuilder<>(protocol.root(), List.of(protocol));
    }

    /** A client of several protocols at once, with options. */
    public static ClientBuilder<Message> builder(List<? extends Protocol<?>> protocols) {
        return new ClientBuilder<>(Message.class, protocols);
    }

    /**
     * Handles the messages of a type, or of all that implement it. Messages that came before have
     * gone to the inbox: register in the builder to miss nothing.
     */
    public <T extends FromGodot> void on(Class<T> type, Consumer<? super T> handler) {
        handlers.on(type, (message, client) -> handler.accept(message));
    }

    /** Answers the game's requests of a type; one handler a type. */
    public <R extends Message, Q extends FromGodot & Request<R>> void onRequest(
            Class<Q> type, Function<? super Q, ? extends R> handler) {
        handlers.onRequest(type, (request, client) -> handler.apply(request));
    }

    /** Takes problems; with no such handler they go to the logger {@code dev.gdwire}. */
    public void onProblem(Consumer<? super Problem> handler) {
        handlers.onProblem(handler);
    }

    /** Takes messages of types that nobody here knows; with no such handler they are problems. */
    public void onUnknown(Consumer<? super ObjectNode> handler) {
        handlers.onUnknown((object, client) -> handler.accept(object));
    }

    /**
     * Told when the connection breaks and is being made again, which a builder's {@code
     * reconnect()} asks for.
     */
    public void onSuspend(Consumer<? super CloseReason> handler) {
        handlers.onSuspend((reason, client) -> handler.accept(reason));
    }

    /** Told when the session goes on over a new connection. */
    public void onResume(Runnable handler) {
        handlers.onResume(client -> handler.run());
    }

    /**
     * Told when the session has ended in a way that may have cost messages, such as when the game
     * was started anew; with no such handler that is a problem. Then the client goes on with a new
     * session if it has a connection, or else is closed.
     */
    public void onSessionLost(Consumer<? super SessionLoss> handler) {
        handlers.onSessionLost((loss, client) -> handler.accept(loss));
    }

    /** Told once, after all messages, when the connection is over. */
    public void onClose(Consumer<? super CloseReason> handler) {
        handlers.onClose((reason, client) -> handler.accept(reason));
    }

    /**
     * Sends a message. While too many bytes wait to be taken by the game, it waits, or does what
     * the builder's {@link ClientBuilder#delivery} says.
     *
     * @throws dev.gdwire.transport.SendException if the game cannot take it
     * @throws dev.gdwire.transport.NoRoomException if there is no room, and the policy is to fail
     * @throws dev.gdwire.transport.ConnectionClosedException if the connection is over
     */
    public void send(FromJava message) {
        caller.send(message);
    }

    /**
     * Sends a message by a policy of its own, such as {@link Delivery#latest()}; the exceptions are
     * those of the other form. What turns out to be wrong with a message that had to wait is told
     * as a problem.
     */
    public void send(FromJava message, Delivery delivery) {
        caller.send(message, delivery);
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @throws dev.gdwire.transport.RequestTimeoutException if none comes in time
     * @throws dev.gdwire.transport.RemoteException if the game answers with an error
     * @throws dev.gdwire.transport.BadReplyException if the answer is no valid reply
     * @throws dev.gdwire.transport.ConnectionClosedException if the connection ends first
     */
    @SuppressWarnings("unchecked") // The engine takes no other reply than the schema's.
    public <R extends Message, Q extends FromJava & Request<R>> R call(
            Q request, Duration timeout) {
        return (R) caller.call(request, timeout);
    }

    /**
     * Sends a request; the future ends with the reply or with one of the exceptions of {@link
     * #call}, on a thread of the common pool, and cancelling it gives the request up.
     */
    @SuppressWarnings("unchecked") // The engine takes no other reply than the schema's.
    public <R extends Message, Q extends FromJava & Request<R>> CompletableFuture<R> request(
            Q request, Duration timeout) {
        return (CompletableFuture<R>) caller.request(request, timeout);
    }

    /**
     * Waits for the next message that no handler takes; empty when none comes in time.
     *
     * @throws dev.gdwire.transport.ConnectionClosedException if the connection is over and all were
     *     received
     */
    public Optional<M> receive(Duration timeout) {
        return caller.receive(timeout).map(root::cast);
    }

    /**
     * The messages of a type, or of all that implement it, from when somebody subscribes; each
     * subscriber gets all of them, in order, beside the handlers. A subscriber that asks for less
     * than comes slows the game down, once 256 messages are ready for it and the connection's queue
     * of handlers is full; handlers wait with it meanwhile. The stream completes when this side or
     * the game has closed the connection and all was taken; it fails with {@link
     * dev.gdwire.transport.ConnectionClosedException} when the connection broke, or {@link #close}
     * is called before the subscriber has taken all.
     */
    public <T extends Message> Flow.Publisher<T> publisher(Class<T> type) {
        return session.publisher(type);
    }

    /** What went over the connection so far, and how it stands. */
    public ConnectionStats stats() {
        return session.stats();
    }

    /**
     * Asks the game for a sign of life: {@link #stats} then has the time of the round trip, once it
     * has come. One such ping is sent by itself when the connection opens.
     *
     * @throws dev.gdwire.transport.ConnectionClosedException if the connection is over
     */
    public void ping() {
        caller.ping();
    }

    /** What the game said of itself when it was connected. */
    public PeerInfo peer() {
        return Objects.requireNonNull(session.peer());
    }

    /** Sends what is queued, ends the connection and its threads. */
    @Override
    public void close() {
        session.close();
    }
}
