package dev.gdwire.client;

import dev.gdwire.client.internal.Caller;
import dev.gdwire.client.internal.Session;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Request;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Delivery;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A game, or a plain peer, that connected to a {@link GodotServer}. Safe for use by many threads;
 * the methods' exceptions are those of {@link GodotClient}.
 */
public final class GodotPeer implements AutoCloseable {
    private @Nullable Session<GodotPeer> session;

    GodotPeer() {}

    void bind(Session<GodotPeer> bound) {
        session = bound;
    }

    private Session<GodotPeer> session() {
        return Objects.requireNonNull(session);
    }

    private Caller caller() {
        return new Caller(session());
    }

    /** Whether it is a plain peer, which takes JSON objects only. */
    public boolean isPlain() {
        return session().isPlain();
    }

    /** Its address and port. */
    public String address() {
        return session().connection().peer();
    }

    /** Sends a message. */
    public void send(FromJava message) {
        caller().send(message);
    }

    /** Sends a message by a policy of its own; see {@link GodotClient#send(FromJava, Delivery)}. */
    public void send(FromJava message, Delivery delivery) {
        caller().send(message, delivery);
    }

    /** Sends an object to a plain peer. */
    public void sendPlain(ObjectNode object) {
        caller().sendPlain(object);
    }

    /** Sends an object to a plain peer by a policy of its own. */
    public void sendPlain(ObjectNode object, Delivery delivery) {
        caller().sendPlain(object, delivery);
    }

    /**
     * The messages of a type; see {@link GodotClient#publisher}. Where peers share threads, one
     * that hands messages to a slow subscriber is one less for the handlers of all.
     */
    public <T extends Message> Flow.Publisher<T> publisher(Class<T> type) {
        return session().publisher(type);
    }

    /** What went over the connection so far, and how it stands. */
    public ConnectionStats stats() {
        return session().stats();
    }

    /** Asks the peer for a sign of life; see {@link GodotClient#ping}. */
    public void ping() {
        caller().ping();
    }

    /** Sends a request and waits for its reply. */
    @SuppressWarnings("unchecked") // The engine takes no other reply than the schema's.
    public <R extends Message, Q extends FromJava & Request<R>> R call(
            Q request, Duration timeout) {
        return (R) caller().call(request, timeout);
    }

    /** Sends a request; see {@link GodotClient#request}. */
    @SuppressWarnings("unchecked") // The engine takes no other reply than the schema's.
    public <R extends Message, Q extends FromJava & Request<R>> CompletableFuture<R> request(
            Q request, Duration timeout) {
        return (CompletableFuture<R>) caller().request(request, timeout);
    }

    /** Waits for the next message that no handler takes; empty when none comes in time. */
    public Optional<Message> receive(Duration timeout) {
        return caller().receive(timeout);
    }

    /** Waits for the next object of a plain peer that no handler takes. */
    public Optional<ObjectNode> receivePlain(Duration timeout) {
        return caller().receivePlain(timeout);
    }

    /** Sends what is queued and ends the connection. */
    @Override
    public void close() {
        session().close();
    }

    /** Its address and port. */
    @Override
    public String toString() {
        return "peer " + address();
    }
}
