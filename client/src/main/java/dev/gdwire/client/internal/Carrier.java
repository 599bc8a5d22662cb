package dev.gdwire.client.internal;

import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.ConnectionListener;
import dev.gdwire.transport.Driver;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.SelectorDriver;
import dev.gdwire.transport.SessionKeeper;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The threads of a server's peers: some for each, or some for all. */
final class Carrier implements AutoCloseable {
    private final Driver driver;
    private final @Nullable SelectorDriver shared;
    private final @Nullable HandlerPool handlers;
    private final Settings settings;
    private final SessionKeeper keeper = new SessionKeeper();

    /** What such settings ask for. */
    Carrier(Settings settings) {
        int threads = settings.sharedThreads();
        shared = threads == 0 ? null : SelectorDriver.open(threads);
        driver = shared == null ? new BlockingDriver(settings.threads()) : shared;
        handlers = threads == 0 || settings.executor() != null ? null : new HandlerPool(settings);
        this.settings = handlers == null ? settings : settings.withExecutor(handlers);
    }

    /** What sessions are made with. */
    Settings settings() {
        return settings;
    }

    /** Takes over a peer's socket. */
    Connection over(SocketChannel socket, EngineOptions engine, ConnectionListener listener) {
        return settings.observation()
                .over(
                        engine.protocols(),
                        listener,
                        watched ->
                                engine.sessions() == null
                                        ? driver.over(socket, engine, settings.link(), watched)
                                        : driver.over(
                                                socket, engine, settings.link(), watched, keeper));
    }

    /** Ends the threads; the connections are to be closed before. */
    @Override
    public void close() {
        if (shared != null) {
            shared.close();
        }
        if (handlers != null) {
            handlers.close();
        }
    }
}
