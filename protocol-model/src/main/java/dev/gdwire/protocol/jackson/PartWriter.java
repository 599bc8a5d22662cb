package dev.gdwire.protocol.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Writes a message where its tag does not tell its type: without the tag, unless the schema says
 * that it is a property as others are.
 */
final class PartWriter<M extends Message> extends ValueSerializer<M> {
    private final Protocol<M> protocol;

    PartWriter(Protocol<M> protocol) {
        this.protocol = protocol;
    }

    @Override
    public Class<?> handledType() {
        return protocol.root();
    }

    @Override
    public void serialize(M message, JsonGenerator out, SerializationContext context) {
        byte[] json = encode(protocol, message, out);
        out.writeStartObject(message);
        Members.copy(json, leftOut(message), out);
        out.writeEndObject();
    }

    /** What tells the type is written by Jackson, around the members or before them. */
    @Override
    public void serializeWithType(
            M message, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        byte[] json = encode(protocol, message, out);
        WritableTypeId id = types.typeId(message, JsonToken.START_OBJECT);
        types.writeTypePrefix(out, context, id);
        Members.copy(json, leftOut(message), out);
        types.writeTypeSuffix(out, context, id);
    }

    private @Nullable String leftOut(M message) {
        JsonTypeInfo info = message.getClass().getAnnotation(JsonTypeInfo.class);
        return info != null && info.include() == JsonTypeInfo.As.EXISTING_PROPERTY
                ? null
                : protocol.discriminator();
    }

    static <M extends Message> byte[] encode(Protocol<M> protocol, M message, JsonGenerator out) {
        try {
            return protocol.encode(message);
        } catch (InvalidValueException fault) {
            throw DatabindException.from(out, fault.getMessage(), fault);
        }
    }
}
