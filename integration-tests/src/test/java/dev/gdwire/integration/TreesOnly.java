package dev.gdwire.integration;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A protocol whose messages are all read from trees. */
record TreesOnly<M extends Message>(Protocol<M> protocol) implements Protocol<M> {
    @Override
    public String name() {
        return protocol.name();
    }

    @Override
    public String version() {
        return protocol.version();
    }

    @Override
    public String fingerprint() {
        return protocol.fingerprint();
    }

    @Override
    public String discriminator() {
        return protocol.discriminator();
    }

    @Override
    public Class<M> root() {
        return protocol.root();
    }

    @Override
    public List<MessageType<? extends M>> messages() {
        return protocol.messages();
    }

    @Override
    public byte[] encode(M message) {
        return protocol.encode(message);
    }

    @Override
    public void encode(M message, JsonOutput out) {
        protocol.encode(message, out);
    }

    @Override
    public M decode(byte[] json) {
        throw new UnsupportedOperationException("only from trees");
    }

    @Override
    public @Nullable M decodeUsual(byte[] bytes, int from, int to, JsonInput in) {
        return null;
    }

    @Override
    public M decode(JsonNode object) {
        return protocol.decode(object);
    }

    @Override
    public String tag(M message) {
        return protocol.tag(message);
    }
}
