package dev.gdwire.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a connection sends to a peer that is slow.
 *
 * @param delivery what becomes of messages for which there is no room, unless they are sent with
 *     another policy
 * @param waitingMessages how many messages that may be dropped wait at most; at least 1
 * @param marks how many waiting bytes are told of; null: half and a quarter of {@link
 *     LinkOptions#outboundBytes}
 */
public record SendOptions(Delivery delivery, int waitingMessages, @Nullable Marks marks) {
    /**
     * Numbers of bytes that wait to be taken by the peer.
     *
     * @param high from so many on the peer is slow; at least 1
     * @param low with so many, or less, it has caught up; from 0 to less than {@code high}
     */
    public record Marks(long high, long low) {
        public Marks {
            if (low < 0 || high <= low) {
                throw new IllegalArgumentException(
                        "The low mark is from 0 to less than the high one: %d and %d"
                                .formatted(low, high));
            }
        }
    }

    /** Waits for room; 10,000 messages that may be dropped; the usual marks. */
    public static final SendOptions DEFAULT = new SendOptions(Delivery.BLOCK, 10_000, null);

    public SendOptions {
        Objects.requireNonNull(delivery, "delivery");
        if (waitingMessages < 1) {
            throw new IllegalArgumentException("At least 1 message may wait: " + waitingMessages);
        }
    }

    /** The same with another policy. */
    public SendOptions withDelivery(Delivery value) {
        return new SendOptions(value, waitingMessages, marks);
    }

    /** The same with room for more or fewer messages that may be dropped. */
    public SendOptions withWaitingMessages(int most) {
        return new SendOptions(delivery, most, marks);
    }

    /** The same with other marks; null for the usual ones. */
    public SendOptions withMarks(@Nullable Marks value) {
        return new SendOptions(delivery, waitingMessages, value);
    }

    /** The marks where so many bytes may wait. */
    Marks marksFor(int outboundBytes) {
        return marks == null ? new Marks(Math.max(1, outboundBytes / 2), outboundBytes / 4) : marks;
    }
}
