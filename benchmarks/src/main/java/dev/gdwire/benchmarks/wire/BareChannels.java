package dev.gdwire.benchmarks.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Blocking channels of the Java library over loopback. */
final class BareChannels {
    private BareChannels() {}

    /** What one side does with a connection until it ends. */
    @FunctionalInterface
    interface Service {
        /** To be called once. */
        void serve(SocketChannel channel) throws IOException;
    }

    /** Listens for one connection, which a thread of its own serves. Gives the port. */
    static int listen(Service service) throws IOException {
        ServerSocketChannel server = bound();
        Thread thread = new Thread(() -> accept(server, service), "bare-sockets");
        thread.setDaemon(true);
        thread.start();
        return port(server);
    }

    /** A server on any free port of loopback. */
    static ServerSocketChannel bound() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    /** The port of a server. */
    static int port(ServerSocketChannel server) {
        ServerSocket socket = server.socket();
        return socket.getLocalPort();
    }

    /** Connects to a port of loopback. */
    static SocketChannel connect(int port) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.socket().setTcpNoDelay(true);
        return channel;
    }

    private static void accept(ServerSocketChannel server, Service service) {
        try (SocketChannel channel = server.accept()) {
            channel.socket().setTcpNoDelay(true);
            service.serve(channel);
        } catch (IOException | RuntimeException e) {
            Fatal.exit(e);
        }
    }
}
