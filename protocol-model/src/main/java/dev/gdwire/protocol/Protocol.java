package dev.gdwire.protocol;

import dev.gdwire.protocol.codec.JsonLimits;
import dev.gdwire.protocol.codec.JsonParser;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A generated schema set: the registry of its messages, and their JSON form. Implementations are
 * stateless singletons, safe for use by many threads; {@link java.util.ServiceLoader} finds those
 * of named modules.
 *
 * @param <M> the sealed root of the set's messages
 */
public interface Protocol<M extends Message> {
    /** Name of the schema set, such as {@code arena}. */
    String name();

    /** Version of the schema set, {@code MAJOR.MINOR}. */
    String version();

    /** Digest of all the set's messages. */
    String fingerprint();

    /** Name of the property that holds a message's tag, such as {@code type}. */
    String discriminator();

    /** The sealed root of the set's messages. */
    Class<M> root();

    /** Every message of the set, sorted by tag. */
    List<MessageType<? extends M>> messages();

    /**
     * Writes a message as one JSON object in UTF-8, its discriminator first, without a newline. The
     * result holds no newline anywhere and always at least one member.
     *
     * @throws InvalidValueException if objects and lists stand in each other more than 64 levels
     *     deep, which no reader takes
     */
    byte[] encode(M message);

    /**
     * Writes a message as {@link #encode(Message)} does, behind what the buffer holds already. On
     * an exception nothing has been written. Generated protocols make no objects for it, and leave
     * packed values of many bytes to the end of a line {@linkplain JsonOutput#startLineOfBlobs that
     * may have blobs}.
     *
     * @throws InvalidValueException if objects and lists stand in each other more than 64 levels
     *     deep, which no reader takes
     */
    default void encode(M message, JsonOutput out) {
        out.raw(encode(message));
    }

    /**
     * Reads a message from one JSON object in UTF-8.
     *
     * @throws DecodeException if the bytes are not one JSON object (RFC 8259), name no message of
     *     this set, or do not fit its schema
     */
    M decode(byte[] json);

    /**
     * Reads a message as {@link #decode(byte[])} does, if what is in it is within limits, known to
     * the schema or not.
     *
     * @throws DecodeException if it is not, and as without limits
     */
    default M decode(byte[] json, JsonLimits limits) {
        if (limits.surelyHold(json, 0, json.length)) {
            return decode(json);
        }
        JsonNode tree = JsonParser.parse(json, 0, json.length);
        DecodeException fault = limits.fault(tree);
        if (fault != null) {
            throw fault;
        }
        return decode(tree);
    }

    /**
     * Reads a message from bytes without a tree, if there is nothing unusual or wrong about it. A
     * transport tries this first. The input then knows the transport's keys too.
     *
     * @param bytes are lent: nothing of them is kept
     * @param from where the object starts
     * @param to where it ends
     * @param in for use again and again; generated protocols make no other objects than the message
     * @return null if the object is to be parsed and read by {@link #decode(JsonNode)}, which tells
     *     what is wrong with it
     */
    default @Nullable M decodeUsual(byte[] bytes, int from, int to, JsonInput in) {
        return null;
    }

    /**
     * Reads a message from a JSON object that is parsed already. The discriminator, wherever it
     * stands, and the transport's keys ({@code $id}, {@code $re}, {@code $seq}, {@code $ack}) are
     * no part of the message.
     *
     * @throws DecodeException if the object names no message of this set, or does not fit its
     *     schema
     */
    M decode(JsonNode object);

    /** The tag of a message of this set. */
    String tag(M message);
}
