package dev.gdwire.client;

import dev.gdwire.client.internal.Handlers;
import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Request;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.SessionLoss;
import dev.gdwire.transport.SessionOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a {@link GodotClient}. Handlers that are registered here miss nothing.
 *
 * @param <M> the root of the messages that it receives
 */
public final class ClientBuilder<M extends Message> extends ConnectionBuilder<ClientBuilder<M>> {
    private final Class<M> root;
    private final Handlers<GodotClient<M>> handlers = new Handlers<>();

    ClientBuilder(Class<M> root, List<? extends Protocol<?>> protocols) {
        super(EngineOptions.of(Role.INITIATOR, protocols));
        this.root = root;
    }

    @Override
    ClientBuilder<M> self() {
        return this;
    }

    /** How long connecting may take; 5 seconds unless set. */
    public ClientBuilder<M> connectTimeout(Duration timeout) {
        return connectTimeoutOf(timeout);
    }

    /** See {@link GodotClient#on}. */
    public <T extends FromGodot> ClientBuilder<M> on(Class<T> type, Consumer<? super T> handler) {
        handlers.on(type, (message, client) -> handler.accept(message));
        return this;
    }

    /** See {@link GodotClient#onRequest}. */
    public <R extends Message, Q extends FromGodot & Request<R>> ClientBuilder<M> onRequest(
            Class<Q> type, Function<? super Q, ? extends R> handler) {
        handlers.onRequest(type, (request, client) -> handler.apply(request));
        return this;
    }

    /** See {@link GodotClient#onProblem}. */
    public ClientBuilder<M> onProblem(Consumer<? super Problem> handler) {
        handlers.onProblem(handler);
        return this;
    }

    /** See {@link GodotClient#onUnknown}. */
    public ClientBuilder<M> onUnknown(Consumer<? super ObjectNode> handler) {
        handlers.onUnknown((object, client) -> handler.accept(object));
        return this;
    }

    /**
     * Connects again when the connection breaks, and goes on where it was: with a game that keeps
     * sessions too, every message arrives exactly once and in order over any number of breaks, and
     * requests wait on. What is sent meanwhile is kept. See {@code docs/sessions.md}.
     */
    public ClientBuilder<M> reconnect() {
        return reconnect(SessionOptions.DEFAULT);
    }

    /** See {@link #reconnect()}; with other limits. */
    public ClientBuilder<M> reconnect(SessionOptions options) {
        engine(engine().withSessions(options));
        return this;
    }

    /** See {@link GodotClient#onSuspend}. */
    public ClientBuilder<M> onSuspend(Consumer<? super CloseReason> handler) {
        handlers.onSuspend((reason, client) -> handler.accept(reason));
        return this;
    }

    /** See {@link GodotClient#onResume}. */
    public ClientBuilder<M> onResume(Runnable handler) {
        handlers.onResume(client -> handler.run());
        return this;
    }

    /** See {@link GodotClient#onSessionLost}. */
    public ClientBuilder<M> onSessionLost(Consumer<? super SessionLoss> handler) {
        handlers.onSessionLost((loss, client) -> handler.accept(loss));
        return this;
    }

    /** See {@link GodotClient#onClose}. */
    public ClientBuilder<M> onClose(Consumer<? super CloseReason> handler) {
        handlers.onClose((reason, client) -> handler.accept(reason));
        return this;
    }

    /**
     * Told with the bytes that wait to be taken when the game has become slow: {@link #waterMarks}.
     */
    public ClientBuilder<M> onHighWater(LongConsumer handler) {
        handlers.onHighWater((client, bytes) -> handler.accept(bytes));
        return this;
    }

    /** Told with the bytes that still wait when it has caught up again. */
    public ClientBuilder<M> onLowWater(LongConsumer handler) {
        handlers.onLowWater((client, bytes) -> handler.accept(bytes));
        return this;
    }

    /**
     * Connects to a game that listens, and waits until the handshake is done.
     *
     * @throws dev.gdwire.transport.ConnectException if no Gdwire game listens there, or it is not
     *     on this machine and nothing protects the connection: see {@link #token} and {@link
     *     #insecure}
     * @throws dev.gdwire.transport.RejectedException if the peers do not fit
     */
    public GodotClient<M> connect(String host, int port) {
        return new GodotClient<>(root, handlers, this, host, port);
    }
}
