package dev.gdwire.protocol.jackson;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.json.JsonInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.LogicalType;

/** Reads a message where Jackson is asked for one, or for any of several. */
final class MessageReader<M extends Message> extends ValueDeserializer<M> {
    private final Protocol<M> protocol;
    private final Map<String, Class<?>> types;
    private final Class<?> wanted;
    private final @Nullable String tag;

    /**
     * A reader.
     *
     * @param types all messages of the protocol by their tags
     * @param wanted what the message must be
     * @param tag the tag of what is wanted, if that is one kind of message
     */
    MessageReader(
            Protocol<M> protocol,
            Map<String, Class<?>> types,
            Class<?> wanted,
            @Nullable String tag) {
        this.protocol = protocol;
        this.types = types;
        this.wanted = wanted;
        this.tag = tag;
    }

    @Override
    public Class<?> handledType() {
        return wanted;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.POJO;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    /** The codec knows the types that the discriminator tells apart; others are for Jackson. */
    @Override
    public Object deserializeWithType(
            JsonParser in, DeserializationContext context, TypeDeserializer types) {
        boolean own =
                OwnTags.are(
                        protocol.discriminator(),
                        types.getPropertyName(),
                        types.getTypeInclusion(),
                        types.getTypeIdResolver());
        return own ? deserialize(in, context) : types.deserializeTypedFromObject(in, context);
    }

    @Override
    public M deserialize(JsonParser in, DeserializationContext context) {
        try {
            return read(TokenBytes.read(in, protocol.discriminator()));
        } catch (DecodeException fault) {
            MismatchedInputException mismatch =
                    MismatchedInputException.from(in, wanted, fault.getMessage());
            mismatch.initCause(fault);
            throw mismatch;
        }
    }

    private M read(TokenBytes value) {
        requireWanted(value.tag());
        byte[] json = value.toByteArray(tag);
        M message = protocol.decodeUsual(json, 0, json.length, new JsonInput());
        return message == null ? protocol.decode(TokenTree.parse(json)) : message;
    }

    private void requireWanted(@Nullable String found) {
        Class<?> type = found == null ? null : types.get(found);
        if (type != null && !wanted.isAssignableFrom(type)) {
            throw new DecodeException("$", wanted.getSimpleName(), type.getSimpleName());
        }
    }
}
