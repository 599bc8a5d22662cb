package dev.gdwire.protocol.core;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The registry of the core set. */
public final class CoreProtocol implements Protocol<CoreMessage> {
    /** The only instance that is needed. */
    public static final CoreProtocol INSTANCE = new CoreProtocol();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** For the service loader. */
    public CoreProtocol() {}

    @Override
    public String name() {
        return "core";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public String fingerprint() {
        return "stand-in";
    }

    @Override
    public String discriminator() {
        return "gdwire";
    }

    @Override
    public Class<CoreMessage> root() {
        return CoreMessage.class;
    }

    @Override
    public List<MessageType<? extends CoreMessage>> messages() {
        return List.of(
                type("error", Error.class),
                type("fingerprints", Fingerprints.class),
                type("hello", Hello.class),
                type("ping", Ping.class),
                type("pong", Pong.class),
                type("reject", Reject.class),
                type("welcome", Welcome.class));
    }

    private static <T extends CoreMessage> MessageType<T> type(String tag, Class<T> type) {
        return new MessageType<>(tag, type, "stand-in", Sender.BOTH, Optional.empty());
    }

    @Override
    public byte[] encode(CoreMessage message) {
        ObjectNode node = JSON.createObjectNode();
        node.put("gdwire", tag(message));
        if (message instanceof Hello m) {
            put(node, m.wire(), m.library(), m.protocols(), m.features(), m.maxFrame());
        } else if (message instanceof Welcome m) {
            put(node, m.wire(), m.library(), m.protocols(), m.features(), m.maxFrame());
        } else if (message instanceof Reject m) {
            node.put("code", m.code().name().toLowerCase(Locale.ROOT)).put("message", m.message());
        } else if (message instanceof Error m) {
            node.put("code", m.code().name().toLowerCase(Locale.ROOT)).put("message", m.message());
            if (m.path() != null) {
                node.put("path", m.path());
            }
        } else if (message instanceof Ping m) {
            node.put("nonce", m.nonce());
        } else if (message instanceof Pong m) {
            node.put("nonce", m.nonce());
        } else if (message instanceof Fingerprints m) {
            node.put("protocol", m.protocol());
            ObjectNode messages = node.putObject("messages");
            m.messages().forEach(messages::put);
        }
        return JSON.writeValueAsBytes(node);
    }

    private static void put(
            ObjectNode node,
            long wire,
            String library,
            List<Offer> protocols,
            List<String> features,
            long maxFrame) {
        node.put("wire", wire).put("library", library);
        ArrayNode offers = node.putArray("protocols");
        for (Offer offer : protocols) {
            offers.addObject()
                    .put("name", offer.name())
                    .put("version", offer.version())
                    .put("fingerprint", offer.fingerprint());
        }
        ArrayNode names = node.putArray("features");
        features.forEach(names::add);
        node.put("maxFrame", maxFrame);
    }

    @Override
    public CoreMessage decode(byte[] json) {
        try {
            return decode(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new DecodeException("$", "JSON object", "something else");
        }
    }

    @Override
    public CoreMessage decode(JsonNode object) {
        return switch (object.path("gdwire").asString("")) {
            case "hello" ->
                    new Hello(
                            integer(object, "wire"),
                            text(object, "library"),
                            offers(object),
                            texts(object, "features"),
                            integer(object, "maxFrame"));
            case "welcome" ->
                    new Welcome(
                            integer(object, "wire"),
                            text(object, "library"),
                            offers(object),
                            texts(object, "features"),
                            integer(object, "maxFrame"));
            case "reject" -> new Reject(choice(RejectCode.class, object), text(object, "message"));
            case "error" ->
                    new Error(
                            choice(ErrorCode.class, object),
                            text(object, "message"),
                            object.has("path") ? text(object, "path") : null);
            case "ping" -> new Ping(integer(object, "nonce"));
            case "pong" -> new Pong(integer(object, "nonce"));
            case "fingerprints" -> new Fingerprints(text(object, "protocol"), digests(object));
            default -> throw new DecodeException("$.gdwire", "a tag of core", "another");
        };
    }

    private static <E extends Enum<E>> E choice(Class<E> type, JsonNode object) {
        String name = text(object, "code");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(name)) {
                return constant;
            }
        }
        throw new DecodeException("$.code", "one of its values", '"' + name + '"');
    }

    private static Map<String, String> digests(JsonNode object) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : field(object, "messages").properties()) {
            digests.put(entry.getKey(), entry.getValue().asString());
        }
        return digests;
    }

    private static List<Offer> offers(JsonNode object) {
        List<Offer> offers = new ArrayList<>();
        for (JsonNode offer : field(object, "protocols")) {
            offers.add(
                    new Offer(
                            text(offer, "name"),
                            text(offer, "version"),
                            text(offer, "fingerprint")));
        }
        return offers;
    }

    private static List<String> texts(JsonNode object, String name) {
        List<String> texts = new ArrayList<>();
        field(object, name).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static JsonNode field(JsonNode object, String name) {
        JsonNode field = object.get(name);
        if (field == null) {
            throw new DecodeException("$." + name, "a value", "nothing");
        }
        return field;
    }

    private static String text(JsonNode object, String name) {
        JsonNode field = field(object, name);
        if (!field.isString()) {
            throw new DecodeException("$." + name, "string", kind(field));
        }
        return field.asString();
    }

    private static long integer(JsonNode object, String name) {
        JsonNode field = field(object, name);
        if (!field.isNumber() || field.asDouble() != Math.rint(field.asDouble())) {
            throw new DecodeException("$." + name, "integer", kind(field));
        }
        return (long) field.asDouble();
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String tag(CoreMessage message) {
        return message.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
