package dev.gdwire.transport;

import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another protocol written by hand, with one message. */
public record NoteProtocol(String discriminator) implements Protocol<NoteProtocol.Note> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Either side writes it; its property has the name of the other protocol's discriminator. */
    public record Note(String type) implements Message, FromJava, FromGodot {}

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public String fingerprint() {
        return "notes";
    }

    @Override
    public Class<Note> root() {
        return Note.class;
    }

    @Override
    public List<MessageType<? extends Note>> messages() {
        return List.of(
                new MessageType<>("note", Note.class, "note", Sender.BOTH, Optional.empty()));
    }

    @Override
    public byte[] encode(Note message) {
        return JSON.writeValueAsBytes(
                JSON.createObjectNode().put(discriminator, "note").put("type", message.type()));
    }

    @Override
    public Note decode(byte[] json) {
        return decode(JSON.readTree(json));
    }

    @Override
    public Note decode(JsonNode object) {
        return new Note(object.path("type").asString());
    }

    @Override
    public String tag(Note message) {
        return "note";
    }
}
