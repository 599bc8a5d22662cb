package dev.gdwire.transport;

import java.time.Duration;

/**
 * Limits of a connection's driver.
 *
 * @param connectTimeout how long connecting may take
 * @param closeTimeout how long a close waits for queued lines to be taken by the peer, and for the
 *     peer to close its end
 * @param outboundBytes how many bytes may wait to be sent before a sender has to wait
 */
public record LinkOptions(Duration connectTimeout, Duration closeTimeout, int outboundBytes) {
    /** Five seconds to connect, one to close, 4 MiB to send. */
    public static final LinkOptions DEFAULT =
            new LinkOptions(Duration.ofSeconds(5), Duration.ofSeconds(1), 4 * 1024 * 1024);

    public LinkOptions {
        if (outboundBytes < 1) {
            throw new IllegalArgumentException("There must be room for a byte: " + outboundBytes);
        }
    }
}
