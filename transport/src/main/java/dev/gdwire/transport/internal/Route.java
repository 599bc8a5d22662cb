package dev.gdwire.transport.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import tools.jackson.databind.JsonNode;

/** One kind of message of one protocol. */
record Route<M extends Message>(Protocol<M> protocol, MessageType<? extends M> type) {
    Message decode(JsonNode object) {
        return protocol.decode(object);
    }

    byte[] encode(Message message) {
        return protocol.encode(protocol.root().cast(message));
    }
}
