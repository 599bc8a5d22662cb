package dev.gdwire.transport;

import java.nio.channels.SocketChannel;

/**
 * A driver of a test's connections.
 *
 * @param end ends it
 */
record TestDriver(Driver driver, Runnable end) implements AutoCloseable {
    static TestDriver blocking() {
        // Each connection has threads of its own: there is nothing to end.
        return new TestDriver(new BlockingDriver(), () -> {});
    }

    static TestDriver selector() {
        SelectorDriver driver = SelectorDriver.open();
        return new TestDriver(driver, driver::close);
    }

    Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        return driver.over(channel, options, link, listener);
    }

    Connection connect(
            int port, EngineOptions options, LinkOptions link, ConnectionListener listener) {
        return driver.connect("127.0.0.1", port, options, link, listener);
    }

    @Override
    public void close() {
        end.run();
    }
}
