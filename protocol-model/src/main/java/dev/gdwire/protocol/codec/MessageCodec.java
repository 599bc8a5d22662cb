package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.json.Writer;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of message with its codec.
 *
 * @param type what the protocol knows of it
 * @param reader makes a record of a message's properties
 * @param direct makes the same record of bytes
 * @param writer writes a record's properties
 * @param writesTag whether the writer writes the tag too, since the schema declares it
 * @param <T> the generated record
 */
public record MessageCodec<T extends Message>(
        MessageType<T> type,
        Function<ObjectReader, T> reader,
        DirectReader<T> direct,
        Writer<T> writer,
        boolean writesTag) {
    /** A message that asks for no reply. */
    public static <T extends Message> MessageCodec<T> of(
            String tag,
            Class<T> type,
            Sender sender,
            String fingerprint,
            Function<ObjectReader, T> reader,
            DirectReader<T> direct,
            Writer<T> writer) {
        return new MessageCodec<>(
                new MessageType<>(tag, type, fingerprint, sender, Optional.empty()),
                reader,
                direct,
                writer,
                false);
    }

    /** The same message as a request. */
    public MessageCodec<T> withReply(String replyTag) {
        return new MessageCodec<>(
                new MessageType<>(
                        type.tag(),
                        type.type(),
                        type.fingerprint(),
                        type.sender(),
                        Optional.of(replyTag)),
                reader,
                direct,
                writer,
                writesTag);
    }

    /** The same message, whose writer writes the tag itself, before all else. */
    public MessageCodec<T> withOwnTag() {
        return new MessageCodec<>(type, reader, direct, writer, true);
    }
}
