package dev.gdwire.transport.internal;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.json.JsonInput;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which protocol a message belongs to: by discriminator and tag coming in, by class going out. */
public final class Routes {
    private static final Protocol<?> CORE = CoreProtocol.INSTANCE;

    /** The last that were made: most connections of a program carry the same protocols. */
    private static volatile WeakReference<@Nullable Routes> last = new WeakReference<>(null);

    private final List<Protocol<?>> protocols;
    private final Map<String, Map<String, Route<?>>> byTag = new LinkedHashMap<>();
    private final Map<Class<?>, Route<?>> byClass = new HashMap<>();

    /** Those of the user's, where the place of the tag does not decide which of them is meant. */
    private final Protocol<?>[] usual;

    /**
     * The routes of some protocols, and of the core set.
     *
     * @throws GdwireException if two of them claim the same tag, or have the same name
     */
    public Routes(List<Protocol<?>> protocols) {
        this.protocols = List.copyOf(protocols);
        Set<String> names = new HashSet<>();
        add(CORE);
        for (Protocol<?> protocol : protocols) {
            if (!names.add(protocol.name())) {
                throw new GdwireException(
                        "Two protocols are named "
                                + protocol.name()
                                + ": give each a name of its own.");
            }
            add(protocol);
        }
        usual =
                (byTag.size() <= 2 ? protocols : List.<Protocol<?>>of())
                        .toArray(Protocol<?>[]::new);
    }

    /** The same, shared by connections that follow each other. */
    public static Routes shared(List<Protocol<?>> protocols) {
        Routes routes = last.get();
        if (routes == null || !routes.protocols.equals(protocols)) {
            routes = new Routes(protocols);
            last = new WeakReference<>(routes);
        }
        return routes;
    }

    private <M extends Message> void add(Protocol<M> protocol) {
        Map<String, Route<?>> tags =
                byTag.computeIfAbsent(protocol.discriminator(), name -> new HashMap<>());
        for (MessageType<? extends M> type : protocol.messages()) {
            Route<M> route = new Route<>(protocol, type);
            Route<?> other = tags.putIfAbsent(type.tag(), route);
            if (other != null) {
                throw new GdwireException(
                        "The protocols %s and %s both have a message \"%s\" under \"%s\": rename one, or give one of the sets another discriminator."
                                .formatted(
                                        other.protocol().name(),
                                        protocol.name(),
                                        type.tag(),
                                        protocol.discriminator()));
            }
            byClass.put(type.type(), route);
        }
    }

    /** The message that bytes hold; null if it is unusual, or nobody here knows it. */
    @Nullable Message decodeUsual(byte[] bytes, int from, int to, JsonInput in) {
        for (Protocol<?> protocol : usual) {
            Message message = protocol.decodeUsual(bytes, from, to, in);
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    /** The route of an object that came in; null when nobody here knows it. */
    @Nullable Route<?> of(ObjectNode object) {
        Route<?> core = lookUp(CORE.discriminator(), object.get(CORE.discriminator()));
        if (core != null) {
            return core;
        }
        // Writers put the discriminator first, so the first member that names a message wins.
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Route<?> route = lookUp(member.getKey(), member.getValue());
            if (route != null) {
                return route;
            }
        }
        return null;
    }

    private @Nullable Route<?> lookUp(String discriminator, @Nullable JsonNode tag) {
        Map<String, Route<?>> tags = byTag.get(discriminator);
        return tags == null || tag == null || !tag.isString() ? null : tags.get(tag.asString());
    }

    /** The route of a message to be sent; null when no protocol of this connection has it. */
    @Nullable Route<?> of(Message message) {
        return byClass.get(message.getClass());
    }

    /** The tag that an unknown object claims; null when it has none. */
    @Nullable String claimedTag(ObjectNode object) {
        for (String discriminator : byTag.keySet()) {
            JsonNode tag = object.get(discriminator);
            if (tag != null && tag.isString()) {
                return tag.asString();
            }
        }
        return null;
    }

    /** The discriminators in use but the core set's, for people. */
    String discriminators() {
        return byTag.keySet().stream()
                .skip(1)
                .map(name -> '"' + name + '"')
                .reduce((a, b) -> a + " or " + b)
                .orElse("\"gdwire\"");
    }
}
