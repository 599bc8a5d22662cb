package dev.gdwire.protocol.jackson;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Finds what reads the messages of a protocol. */
final class MessageReaders<M extends Message> extends Deserializers.Base {
    private final Protocol<M> protocol;
    private final Map<String, Class<?>> types = new HashMap<>();
    private final Map<Class<?>, String> tags = new HashMap<>();

    MessageReaders(Protocol<M> protocol) {
        this.protocol = protocol;
        for (MessageType<? extends M> message : protocol.messages()) {
            types.put(message.tag(), message.type());
            tags.put(message.type(), message.tag());
        }
    }

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        Class<?> wanted = type.getRawClass();
        return hasDeserializerFor(config, wanted)
                ? new MessageReader<>(protocol, types, wanted, tags.get(wanted))
                : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return protocol.root().isAssignableFrom(type);
    }
}
