package dev.gdwire.protocol.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.Serializers;

/** Finds what writes the messages of a protocol. */
final class MessageWriters<M extends Message> extends Serializers.Base {
    private final Protocol<M> protocol;

    MessageWriters(Protocol<M> protocol) {
        this.protocol = protocol;
    }

    @Override
    public @Nullable ValueSerializer<?> findSerializer(
            SerializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            JsonFormat.@Nullable Value format) {
        return protocol.root().isAssignableFrom(type.getRawClass())
                ? new MessageWriter<>(protocol)
                : null;
    }
}
