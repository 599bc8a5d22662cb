package dev.gdwire.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A driver of a test's connections.
 *
 * @param end ends it
 * @param pair what all connections use TLS with; null: they do not
 */
record TestDriver(Driver driver, Runnable end, @Nullable TestPair pair) implements AutoCloseable {
    static TestDriver blocking() {
        // Each connection has threads of its own: there is nothing to end.
        return new TestDriver(new BlockingDriver(), () -> {}, null);
    }

    static TestDriver selector() {
        SelectorDriver driver = SelectorDriver.open();
        return new TestDriver(driver, driver::close, null);
    }

    TestDriver withTls() {
        return new TestDriver(driver, end, TestPair.ec());
    }

    private LinkOptions secured(LinkOptions link, Role role) {
        return pair == null ? link : link.withTls(pair.tls(role));
    }

    Connection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        return driver.over(channel, options, secured(link, options.role()), listener);
    }

    Connection connect(
            int port, EngineOptions options, LinkOptions link, ConnectionListener listener) {
        LinkOptions secured = secured(link, options.role());
        return driver.connect("127.0.0.1", port, options, secured, listener);
    }

    /** A peer without the library that has connected. */
    Socket peer(int port) throws IOException {
        return pair == null
                ? new Socket(InetAddress.getLoopbackAddress(), port)
                : pair.connect(port);
    }

    /** A peer without the library that listens. */
    ServerSocket listen() throws IOException {
        return pair == null
                ? new ServerSocket(0, 1, InetAddress.getLoopbackAddress())
                : pair.listen();
    }

    @Override
    public void close() {
        end.run();
    }
}
