package dev.gdwire.client;

import dev.gdwire.client.internal.Caller;
import dev.gdwire.client.internal.Handlers;
import dev.gdwire.client.internal.Opening;
import dev.gdwire.client.internal.Session;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection to a peer that knows nothing of Gdwire: any JSON object a line. Handlers run as
 * those of a {@link GodotClient}. Safe for use by many threads.
 */
public final class PlainClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Handlers<PlainClient> handlers;
    private final Session<PlainClient> session;
    private final Caller caller;

    PlainClient(Handlers<PlainClient> handlers, PlainClientBuilder builder, String host, int port) {
        this.handlers = handlers;
        session =
                new Session<>(handlers, builder.settings(), this, host + ":" + port, opened -> {});
        caller = new Caller(session);
        Opening.connect(session, host, port, builder.reach(), builder.engine(), builder.settings());
    }

    /**
     * Connects with the usual options.
     *
     * @throws dev.gdwire.transport.ConnectException if nobody listens there, or it is not on this
     *     machine: then use a builder
     */
    public static PlainClient connect(String host, int port) {
        return builder().connect(host, port);
    }

    /** A client with options. */
    public static PlainClientBuilder builder() {
        return new PlainClientBuilder();
    }

    /**
     * Sends an object as one line.
     *
     * @throws dev.gdwire.transport.SendException if the peer is paced and too far behind
     * @throws dev.gdwire.transport.ConnectionClosedException if the connection is over
     */
    public void send(ObjectNode object) {
        caller.sendPlain(object);
    }

    /**
     * Sends an object by a policy of its own; without a key of yours, all objects are of one kind.
     */
    public void send(ObjectNode object, Delivery delivery) {
        caller.sendPlain(object, delivery);
    }

    /** What went over the connection so far, and how it stands. */
    public ConnectionStats stats() {
        return session.stats();
    }

    /** Sends a map as a JSON object; the exceptions are those of the other form. */
    public void send(Map<String, ?> object) {
        ObjectNode node = JSON.valueToTree(object);
        caller.sendPlain(node);
    }

    /** Waits for the next object that no handler takes; empty when none comes in time. */
    public Optional<ObjectNode> receive(Duration timeout) {
        return caller.receivePlain(timeout);
    }

    /** Takes the peer's objects from now on. */
    public void on(Consumer<? super ObjectNode> handler) {
        handlers.onPlain((object, client) -> handler.accept(object));
    }

    /** Takes problems; with no such handler they go to the logger {@code dev.gdwire}. */
    public void onProblem(Consumer<? super Problem> handler) {
        handlers.onProblem(handler);
    }

    /** Told once when the connection is over. */
    public void onClose(Consumer<? super CloseReason> handler) {
        handlers.onClose((reason, client) -> handler.accept(reason));
    }

    /** Sends what is queued, ends the connection and its threads. */
    @Override
    public void close() {
        session.close();
    }
}
