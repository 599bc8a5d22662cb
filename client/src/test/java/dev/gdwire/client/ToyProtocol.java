package dev.gdwire.client;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A protocol written by hand, whose name, version and digests a test can choose. */
public record ToyProtocol(String name, String version, String salt, String discriminator)
        implements Protocol<Toy> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The usual one. */
    public static final ToyProtocol TOY = new ToyProtocol("toy", "1.0", "a", "type");

    @Override
    public String fingerprint() {
        return "digest-" + salt;
    }

    @Override
    public Class<Toy> root() {
        return Toy.class;
    }

    @Override
    public List<MessageType<? extends Toy>> messages() {
        return List.of(
                type("answer", Toy.Answer.class, Sender.GODOT, null),
                type("ask", Toy.Ask.class, Sender.JAVA, "answer"),
                type("info", Toy.Info.class, Sender.JAVA, null),
                type("moved", Toy.Moved.class, Sender.GODOT, null),
                type("query", Toy.Query.class, Sender.GODOT, "info"),
                type("say", Toy.Say.class, Sender.BOTH, null),
                type("show", Toy.Show.class, Sender.JAVA, null));
    }

    private <T extends Toy> MessageType<T> type(
            String tag, Class<T> type, Sender sender, String replyTag) {
        // Only the digest of "say" depends on the salt: that message differs between protocols.
        String digest = tag.equals("say") ? salt : "same";
        return new MessageType<>(tag, type, digest, sender, Optional.ofNullable(replyTag));
    }

    @Override
    public byte[] encode(Toy message) {
        ObjectNode node = JSON.createObjectNode().put(discriminator, tag(message));
        ObjectNode content = JSON.valueToTree(message);
        node.setAll(content);
        return JSON.writeValueAsBytes(node);
    }

    @Override
    public Toy decode(byte[] json) {
        return decode(JSON.readTree(json));
    }

    @Override
    public Toy decode(JsonNode object) {
        String tag = object.get(discriminator).asString();
        return switch (tag) {
            case "answer" -> new Toy.Answer(number(object));
            case "ask" -> new Toy.Ask(number(object));
            case "info" -> new Toy.Info(number(object));
            case "moved" -> new Toy.Moved(number(object));
            case "query" -> new Toy.Query(number(object));
            case "say" -> new Toy.Say(text(object));
            case "show" -> new Toy.Show(text(object));
            default -> throw new DecodeException("$." + discriminator, "a tag", tag);
        };
    }

    private static long number(JsonNode object) {
        JsonNode value = object.path("n");
        if (!value.isIntegralNumber()) {
            throw new DecodeException(
                    "$.n", "integer", value.isMissingNode() ? "nothing" : "string");
        }
        return value.asLong();
    }

    private static String text(JsonNode object) {
        JsonNode value = object.path("text");
        if (!value.isString()) {
            throw new DecodeException("$.text", "string", "something else");
        }
        return value.asString();
    }

    @Override
    public String tag(Toy message) {
        return message.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
