package dev.gdwire.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Opens client sockets, and says clearly why one could not be opened. */
final class Connector {
    private Connector() {}

    static SocketChannel connect(String host, int port, Duration timeout) {
        if (port < 1 || port > 65535) {
            throw new ConnectException(port + " is no port: it must be 1 to 65535");
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        String place = host + ":" + port;
        if (address.isUnresolved()) {
            throw new ConnectException("There is no host named " + host + ": check the name.");
        }
        SocketChannel channel = open(place);
        try {
            channel.socket()
                    .connect(
                            address,
                            Math.toIntExact(Math.min(timeout.toMillis(), Integer.MAX_VALUE)));
            return channel;
        } catch (IOException e) {
            close(channel, e);
            throw new ConnectException(reason(place, timeout, e), e);
        }
    }

    private static SocketChannel open(String place) {
        try {
            return SocketChannel.open();
        } catch (IOException e) {
            throw new ConnectException("cannot connect to " + place + ": " + e.getMessage(), e);
        }
    }

    private static String reason(String place, Duration timeout, IOException e) {
        if (e instanceof java.net.ConnectException) {
            return "no game listens on " + place + ": start it first, or check the port";
        }
        if (e instanceof SocketTimeoutException) {
            return "%s did not answer within %d ms: check the address"
                    .formatted(place, timeout.toMillis());
        }
        if (Thread.currentThread().isInterrupted()) {
            return "interrupted while connecting to " + place;
        }
        return "cannot connect to " + place + ": " + e.getMessage();
    }

    /** Closes a socket that is of no use, because of another exception. */
    static void close(SocketChannel socket, Exception reason) {
        try {
            socket.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
