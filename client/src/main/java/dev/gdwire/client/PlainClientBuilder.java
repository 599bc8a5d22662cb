package dev.gdwire.client;

import dev.gdwire.client.internal.Handlers;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.Role;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import tools.jackson.databind.node.ObjectNode;

/** Makes a {@link PlainClient}. Handlers that are registered here miss nothing. */
public final class PlainClientBuilder extends ConnectionBuilder<PlainClientBuilder> {
    private final Handlers<PlainClient> handlers = new Handlers<>();

    PlainClientBuilder() {
        super(EngineOptions.of(Role.INITIATOR, List.of()).withPlain(PlainMode.PLAIN));
    }

    @Override
    PlainClientBuilder self() {
        return this;
    }

    /**
     * Sends the next line only after a line came in, for peers that choke when two lines arrive at
     * once. At most 1000 lines wait.
     */
    public PlainClientBuilder paced() {
        engine(engine().withPlain(PlainMode.PACED));
        return this;
    }

    /** How long connecting may take; 5 seconds unless set. */
    public PlainClientBuilder connectTimeout(Duration timeout) {
        return connectTimeoutOf(timeout);
    }

    /** Takes the peer's objects. */
    public PlainClientBuilder on(Consumer<? super ObjectNode> handler) {
        handlers.onPlain((object, client) -> handler.accept(object));
        return this;
    }

    /** Takes problems; with no such handler they go to the logger {@code dev.gdwire}. */
    public PlainClientBuilder onProblem(Consumer<? super Problem> handler) {
        handlers.onProblem(handler);
        return this;
    }

    /** Told once when the connection is over. */
    public PlainClientBuilder onClose(Consumer<? super CloseReason> handler) {
        handlers.onClose((reason, client) -> handler.accept(reason));
        return this;
    }

    /**
     * Told with the bytes that wait to be taken when the game has become slow: {@link #waterMarks}.
     */
    public PlainClientBuilder onHighWater(LongConsumer handler) {
        handlers.onHighWater((client, bytes) -> handler.accept(bytes));
        return this;
    }

    /** Told with the bytes that still wait when it has caught up again. */
    public PlainClientBuilder onLowWater(LongConsumer handler) {
        handlers.onLowWater((client, bytes) -> handler.accept(bytes));
        return this;
    }

    /**
     * Connects to a peer that listens.
     *
     * @throws dev.gdwire.transport.ConnectException if nobody listens there, or it is not on this
     *     machine and {@link #insecure} was not said
     */
    public PlainClient connect(String host, int port) {
        return new PlainClient(handlers, this, host, port);
    }
}
