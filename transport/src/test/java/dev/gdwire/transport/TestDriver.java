package dev.gdwire.transport;

import java.nio.channels.SocketChannel;

/** Who moves the bytes of a test's connections. */
interface TestDriver extends AutoCloseable {
    Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener);

    default Connection connect(
            int port, EngineOptions options, LinkOptions link, ConnectionListener listener) {
        SocketChannel channel = Connector.connect("127.0.0.1", port, link.connectTimeout());
        return over(channel, options, link, listener);
    }

    @Override
    void close();

    static TestDriver blocking() {
        return new TestDriver() {
            @Override
            public Connection over(
                    SocketChannel channel,
                    EngineOptions options,
                    LinkOptions link,
                    ConnectionListener listener) {
                return new BlockingDriver().over(channel, options, link, listener);
            }

            @Override
            public void close() {
                // Each connection has threads of its own.
            }
        };
    }

    static TestDriver selector() {
        SelectorDriver driver = SelectorDriver.open();
        return new TestDriver() {
            @Override
            public Connection over(
                    SocketChannel channel,
                    EngineOptions options,
                    LinkOptions link,
                    ConnectionListener listener) {
                return driver.over(channel, options, link, listener);
            }

            @Override
            public void close() {
                driver.close();
            }
        };
    }
}
