package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.ConnectionListener;
import dev.gdwire.transport.Driver;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Listener;
import dev.gdwire.transport.Role;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gdwire's connections. */
final class GdwireSockets {
    private static final String HOST = "127.0.0.1";
    private static final long OPENING_SECONDS = 10;

    private GdwireSockets() {}

    /** What one end of a connection of the samples is. */
    static EngineOptions options(Role role, Sender side) {
        return EngineOptions.of(role, List.of(SamplesProtocol.INSTANCE)).withSide(side);
    }

    /** Listens; each connection of the blocking driver gets its listener. Gives the port. */
    static int listen(Sender side, Function<Answers, ConnectionListener> listeners) {
        return listen(new BlockingDriver(), side, listeners);
    }

    /** Listens; each connection gets a listener of its own. Gives the port. */
    static int listen(Driver driver, Sender side, Function<Answers, ConnectionListener> listeners) {
        EngineOptions options = options(Role.ACCEPTOR, side);
        return Listener.open(
                        HOST,
                        0,
                        socket -> {
                            Answers answers = new Answers();
                            ConnectionListener listener = listeners.apply(answers);
                            Connection connection =
                                    driver.over(socket, options, LinkOptions.DEFAULT, listener);
                            answers.connection = connection;
                            connection.start();
                        },
                        problem -> Fatal.exit(new IOException(problem.toString())))
                .port();
    }

    /** Connects, and waits for the end of the handshake. Nothing is to be told to this side. */
    static Connection connect(Sender side, int port) throws IOException, InterruptedException {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        Connection connection =
                new BlockingDriver()
                        .connect(
                                HOST,
                                port,
                                options(Role.INITIATOR, side),
                                LinkOptions.DEFAULT,
                                event -> opening(event, opened));
        connection.start();
        try {
            opened.get(OPENING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the handshake failed", e);
        }
        return connection;
    }

    private static void opening(Event event, CompletableFuture<Void> opened) {
        if (event instanceof Event.Opened) {
            opened.complete(null);
        } else {
            unexpected(event);
        }
    }

    /** Ends the process, unless it is the end anyway, or a sender that is ahead of its peer. */
    static void unexpected(Event event) {
        boolean usual =
                event instanceof Event.Closed
                        || event instanceof Event.Opened
                        || event instanceof Event.HighWater
                        || event instanceof Event.LowWater;
        if (!usual) {
            Fatal.exit(new IOException("unexpected: " + event));
        }
    }

    /** How a listener answers: its connection, which is made after it. */
    static final class Answers {
        private @Nullable Connection connection;

        /** The connection; there is one when the first event comes. */
        Connection connection() {
            return Objects.requireNonNull(connection);
        }
    }
}
