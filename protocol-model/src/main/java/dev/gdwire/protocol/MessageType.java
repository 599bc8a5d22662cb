package dev.gdwire.protocol;

import java.util.Objects;
import java.util.Optional;

/**
 * What a protocol knows of one kind of message.
 *
 * @param tag the value of the discriminator on the wire, such as {@code spawn_entity}
 * @param type the generated record
 * @param fingerprint digest of the message's schema and of all that it refers to; equal digests
 *     mean that both sides accept the same values
 * @param sender which side may send it
 * @param replyTag tag of the message that answers it; empty when it is no request
 * @param <T> the generated record
 */
public record MessageType<T extends Message>(
        String tag, Class<T> type, String fingerprint, Sender sender, Optional<String> replyTag) {
    public MessageType {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(replyTag, "replyTag");
    }
}
