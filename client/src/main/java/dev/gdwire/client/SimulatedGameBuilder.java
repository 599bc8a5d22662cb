package dev.gdwire.client;

import dev.gdwire.client.internal.Handlers;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Request;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.SessionLoss;
import dev.gdwire.transport.SessionOptions;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** Makes a {@link SimulatedGame}. */
public final class SimulatedGameBuilder extends ConnectionBuilder<SimulatedGameBuilder> {
    private final Handlers<SimulatedGame.Peer> handlers = new Handlers<>();
    private Consumer<? super SimulatedGame.Peer> onConnect = peer -> {};

    SimulatedGameBuilder(List<? extends Protocol<?>> protocols) {
        super(EngineOptions.of(Role.ACCEPTOR, protocols).withSide(Sender.GODOT));
    }

    @Override
    SimulatedGameBuilder self() {
        return this;
    }

    Handlers<SimulatedGame.Peer> handlers() {
        return handlers;
    }

    Consumer<? super SimulatedGame.Peer> onConnect() {
        return onConnect;
    }

    /**
     * Lets all peers share this many threads; see {@link ServerBuilder#sharedThreads}.
     *
     * @param threads how many threads read and write; at least 1
     * @throws IllegalArgumentException if it is less
     */
    public SimulatedGameBuilder sharedThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Peers share at least 1 thread: " + threads);
        }
        settings(settings().withSharedThreads(threads));
        return this;
    }

    /** Told of each peer whose handshake is done, before any message of its. */
    public SimulatedGameBuilder onConnect(Consumer<? super SimulatedGame.Peer> handler) {
        onConnect = handler;
        return this;
    }

    /** Handles the messages of a type, or of all that implement it. */
    public <T extends FromJava> SimulatedGameBuilder on(
            Class<T> type, BiConsumer<? super T, ? super SimulatedGame.Peer> handler) {
        handlers.on(type, handler);
        return this;
    }

    /** Answers requests of a type; one handler a type. */
    public <R extends Message, Q extends FromJava & Request<R>> SimulatedGameBuilder onRequest(
            Class<Q> type, BiFunction<? super Q, ? super SimulatedGame.Peer, ? extends R> handler) {
        handlers.onRequest(type, handler);
        return this;
    }

    /** Takes problems; with no such handler they go to the logger {@code dev.gdwire}. */
    public SimulatedGameBuilder onProblem(Consumer<? super Problem> handler) {
        handlers.onProblem(handler);
        return this;
    }

    /**
     * Lets peers that reconnect go on where they were: they stay the same peer over any number of
     * breaks, every message arrives exactly once and in order, and requests wait on. What is sent
     * meanwhile is kept. See {@code docs/sessions.md}.
     */
    public SimulatedGameBuilder sessions() {
        return sessions(SessionOptions.DEFAULT);
    }

    /** See {@link #sessions()}; with other limits. */
    public SimulatedGameBuilder sessions(SessionOptions options) {
        engine(engine().withSessions(options));
        return this;
    }

    /** Told when a connection breaks whose session waits for the peer to come again. */
    public SimulatedGameBuilder onSuspend(
            BiConsumer<? super CloseReason, ? super SimulatedGame.Peer> handler) {
        handlers.onSuspend(handler);
        return this;
    }

    /** Told when a peer has come again, and goes on with its session. */
    public SimulatedGameBuilder onResume(Consumer<? super SimulatedGame.Peer> handler) {
        handlers.onResume(handler);
        return this;
    }

    /**
     * Told when a session ends in a way that may have cost messages; with no such handler that is a
     * problem.
     */
    public SimulatedGameBuilder onSessionLost(
            BiConsumer<? super SessionLoss, ? super SimulatedGame.Peer> handler) {
        handlers.onSessionLost(handler);
        return this;
    }

    /**
     * Told with the bytes that wait to be taken when a peer has become slow: {@link #waterMarks}.
     */
    public SimulatedGameBuilder onHighWater(ObjLongConsumer<? super SimulatedGame.Peer> handler) {
        handlers.onHighWater(handler);
        return this;
    }

    /** Told with the bytes that still wait when it has caught up again. */
    public SimulatedGameBuilder onLowWater(ObjLongConsumer<? super SimulatedGame.Peer> handler) {
        handlers.onLowWater(handler);
        return this;
    }

    /**
     * Listens on 127.0.0.1.
     *
     * @param port the port, or 0 for any that is free
     * @throws dev.gdwire.transport.ListenException if the port cannot be had
     */
    public SimulatedGame listen(int port) {
        return new SimulatedGame(this, port);
    }
}
