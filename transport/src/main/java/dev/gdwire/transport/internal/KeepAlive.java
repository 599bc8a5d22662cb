package dev.gdwire.transport.internal;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Map;

/**
 * Has the operating system ask now and then whether the other machine is still there (RFC 1122,
 * 4.2.3.6). A program that stands still does not matter: its system answers.
 */
public final class KeepAlive {
    /** Seconds, and probes without an answer, where the system lets one choose. */
    private static final Map<String, Integer> OPTIONS =
            Map.of("TCP_KEEPIDLE", 10, "TCP_KEEPINTERVAL", 5, "TCP_KEEPCOUNT", 3);

    private KeepAlive() {}

    /** Asks after 10 silent seconds, and gives up 15 seconds later. */
    public static void on(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        for (SocketOption<?> option : channel.supportedOptions()) {
            Integer value = OPTIONS.get(option.name());
            if (value != null && option.type() == Integer.class) {
                set(channel, option, value);
            }
        }
    }

    @SuppressWarnings("unchecked") // Its type was looked at.
    private static void set(SocketChannel channel, SocketOption<?> option, Integer value)
            throws IOException {
        channel.setOption((SocketOption<Integer>) option, value);
    }
}
