package dev.gdwire.protocol.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonGeneratorBase;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes a message as the codec does, its discriminator first. */
final class MessageWriter<M extends Message> extends ValueSerializer<M> {
    private final Protocol<M> protocol;
    private final PartWriter<M> parts;

    MessageWriter(Protocol<M> protocol) {
        this.protocol = protocol;
        this.parts = new PartWriter<>(protocol);
    }

    @Override
    public Class<?> handledType() {
        return protocol.root();
    }

    /**
     * Generated properties say of messages that are parts of another type that they have no tag.
     */
    @Override
    public ValueSerializer<?> createContextual(
            SerializationContext context, @Nullable BeanProperty property) {
        AnnotatedMember member = property == null ? null : property.getMember();
        return member != null && hasNoTag(context, member) ? parts : this;
    }

    private static boolean hasNoTag(SerializationContext context, AnnotatedMember member) {
        JsonTypeInfo.Value info =
                context.getAnnotationIntrospector()
                        .findPolymorphicTypeInfo(context.getConfig(), member);
        return info != null && info.getIdType() == JsonTypeInfo.Id.NONE;
    }

    @Override
    public void serialize(M message, JsonGenerator out, SerializationContext context) {
        byte[] json = PartWriter.encode(protocol, message, out);
        if (takesBytes(out)) {
            out.writeRawValue(new String(json, StandardCharsets.UTF_8));
        } else {
            out.writeStartObject(message);
            Members.copy(json, null, out);
            out.writeEndObject();
        }
    }

    @Override
    public void serializeWithType(
            M message, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        if (OwnTags.are(
                protocol.discriminator(),
                types.getPropertyName(),
                types.getTypeInclusion(),
                types.getTypeIdResolver())) {
            serialize(message, out, context);
        } else {
            parts.serializeWithType(message, out, context, types);
        }
    }

    /** Whether it writes plain JSON, to which nothing is added and in which nothing is escaped. */
    private static boolean takesBytes(JsonGenerator out) {
        return out instanceof JsonGeneratorBase
                && out.getPrettyPrinter() == null
                && out.getCharacterEscapes() == null
                && out.getHighestNonEscapedChar() == 0;
    }
}
