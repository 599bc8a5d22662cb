package dev.gdwire.transport.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.json.JsonOutput;
import tools.jackson.databind.JsonNode;

/** One kind of message of one protocol. */
record Route<M extends Message>(Protocol<M> protocol, MessageType<? extends M> type) {
    Message decode(JsonNode object) {
        return protocol.decode(object);
    }

    /** How many bytes the message has as JSON. */
    int length(Message message) {
        JsonOutput out = new JsonOutput();
        protocol.encode(protocol.root().cast(message), out);
        return out.size();
    }

    void send(Message message, Wire wire) {
        wire.message(protocol, protocol.root().cast(message));
    }

    void sendDroppable(Message message, Wire wire) {
        wire.droppable(protocol, protocol.root().cast(message));
    }

    void request(Message message, long id, Wire wire) {
        wire.request(protocol, protocol.root().cast(message), id);
    }

    void answer(Message message, long id, Wire wire) {
        wire.answer(protocol, protocol.root().cast(message), id);
    }
}
