package dev.gdwire.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a connection's driver.
 *
 * @param connectTimeout how long connecting may take
 * @param closeTimeout how long a close waits for queued lines to be taken by the peer, and for the
 *     peer to close its end
 * @param outboundBytes how many bytes may wait to be sent before a sender has to wait
 * @param spin how long a thread that reads looks for bytes again and again before it sleeps. Where
 *     answers come within it, that saves the time to wake the thread, and costs a processor that is
 *     busy meanwhile: only for few connections, and less of them than processors
 * @param tls protects what travels; null: it travels as it is. Its handshake counts as a part of
 *     the connection's
 * @param sending how it sends to a peer that is slow
 */
public record LinkOptions(
        Duration connectTimeout,
        Duration closeTimeout,
        int outboundBytes,
        Duration spin,
        @Nullable Tls tls,
        SendOptions sending) {
    private static final Duration LONGEST_SPIN = Duration.ofMillis(10);

    /** Five seconds to connect, one to close, 4 MiB to send, no spin, and no TLS. */
    public static final LinkOptions DEFAULT =
            new LinkOptions(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    4 * 1024 * 1024,
                    Duration.ZERO,
                    null,
                    SendOptions.DEFAULT);

    public LinkOptions {
        if (outboundBytes < 1) {
            throw new IllegalArgumentException("There must be room for a byte: " + outboundBytes);
        }
        if (spin.isNegative() || spin.compareTo(LONGEST_SPIN) > 0) {
            throw new IllegalArgumentException("A spin is from 0 to 10 ms: " + spin);
        }
    }

    /** The same with another deadline to connect. */
    public LinkOptions withConnectTimeout(Duration value) {
        return new LinkOptions(value, closeTimeout, outboundBytes, spin, tls, sending);
    }

    /** The same with another deadline to close. */
    public LinkOptions withCloseTimeout(Duration value) {
        return new LinkOptions(connectTimeout, value, outboundBytes, spin, tls, sending);
    }

    /** The same with room for more or fewer bytes that wait to be sent. */
    public LinkOptions withOutboundBytes(int bytes) {
        return new LinkOptions(connectTimeout, closeTimeout, bytes, spin, tls, sending);
    }

    /** The same with another spin. */
    public LinkOptions withSpin(Duration value) {
        return new LinkOptions(connectTimeout, closeTimeout, outboundBytes, value, tls, sending);
    }

    /** The same with TLS, or without. */
    public LinkOptions withTls(@Nullable Tls value) {
        return new LinkOptions(connectTimeout, closeTimeout, outboundBytes, spin, value, sending);
    }

    /** The same with another way to send to a peer that is slow. */
    public LinkOptions withSending(SendOptions value) {
        return new LinkOptions(connectTimeout, closeTimeout, outboundBytes, spin, tls, value);
    }
}
