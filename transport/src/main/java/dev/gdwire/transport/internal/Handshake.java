package dev.gdwire.transport.internal;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.core.Welcome;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The first line of each peer: hello from the initiator, welcome or reject from the acceptor. */
public final class Handshake {
    private final EngineOptions options;
    private final Wire wire;
    private final Agreement agreement;

    /** A handshake that nobody has begun. */
    public Handshake(EngineOptions options, Wire wire) {
        this.options = options;
        this.wire = wire;
        agreement = new Agreement(options);
    }

    /** Says hello, if it is this side's turn. */
    public void start() {
        if (options.role() == Role.INITIATOR) {
            wire.core(
                    Hello.of(
                            Agreement.WIRE,
                            options.library(),
                            agreement.offers(),
                            options.features(),
                            options.limits().frame()));
        }
    }

    /**
     * Takes the first line of the peer if there is nothing unusual or wrong about it.
     *
     * @return null for all others: nothing has been done, and it is to be parsed and taken by
     *     {@link #line}
     */
    public @Nullable HandshakeStep usual(byte[] bytes, int offset, int length) {
        CoreMessage message =
                CoreProtocol.INSTANCE.decodeUsual(bytes, offset, offset + length, new JsonInput());
        boolean initiator = options.role() == Role.INITIATOR;
        if (message instanceof Hello m && !initiator && m.wire() == Agreement.WIRE) {
            return agree(m.library(), m.protocols(), m.features(), m.maxFrame());
        }
        if (message instanceof Welcome m && initiator && m.wire() == Agreement.WIRE) {
            return agree(m.library(), m.protocols(), m.features(), m.maxFrame());
        }
        return null;
    }

    /**
     * Takes the first line of the peer.
     *
     * @param object the line, or null when it is no JSON object
     * @param excerpt its beginning, for people
     */
    public HandshakeStep line(@Nullable ObjectNode object, Supplier<String> excerpt) {
        String tag = object == null ? "" : tag(object);
        boolean initiator = options.role() == Role.INITIATOR;
        if (object != null && initiator && tag.equals("reject")) {
            return rejected(object);
        }
        if (object != null && tag.equals(initiator ? "welcome" : "hello")) {
            return offered(object);
        }
        if (!initiator && options.plain() == PlainMode.ALLOWED) {
            return new HandshakeStep.Plain();
        }
        return refuse(
                new Reject(
                        RejectCode.NOT_A_HELLO,
                        initiator
                                ? "the first line is no welcome of a Gdwire peer but: "
                                        + excerpt.get()
                                : "the first line is no hello of a Gdwire peer but: "
                                        + excerpt.get()
                                        + "; use a Gdwire client, or allow plain mode on the"
                                        + " server"));
    }

    /** The deadline has passed, or the first line was too long. */
    public HandshakeStep refuse(RejectCode code, String text) {
        return refuse(new Reject(code, text));
    }

    private HandshakeStep offered(ObjectNode object) {
        // The version first: the rest of another version's hello may look different.
        JsonNode version = object.get("wire");
        if (version != null && version.isNumber()) {
            Optional<Reject> refusal = agreement.refuseWire(version.asLong(0));
            if (refusal.isPresent()) {
                return refuse(refusal.get());
            }
        }
        CoreMessage message;
        try {
            message = CoreProtocol.INSTANCE.decode(object);
        } catch (DecodeException e) {
            return refuse(new Reject(RejectCode.NOT_A_HELLO, tag(object) + ": " + e.getMessage()));
        }
        if (message instanceof Hello m) {
            return agree(m.library(), m.protocols(), m.features(), m.maxFrame());
        }
        Welcome m = (Welcome) message;
        return agree(m.library(), m.protocols(), m.features(), m.maxFrame());
    }

    private HandshakeStep agree(
            String library, List<Offer> offers, List<String> features, long maxFrame) {
        Optional<Reject> refusal = agreement.refuseProtocols(offers);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        PeerInfo peer = agreement.peer(library, offers, features, maxFrame);
        if (options.role() == Role.ACCEPTOR) {
            wire.core(
                    Welcome.of(
                            Agreement.WIRE,
                            options.library(),
                            Agreement.offers(peer.protocols()),
                            options.features(),
                            options.limits().frame()));
        }
        return new HandshakeStep.Open(peer);
    }

    private HandshakeStep refuse(Reject reject) {
        wire.core(reject);
        return new HandshakeStep.Close(
                new CloseReason(CloseReason.Kind.REFUSED, reject.message(), reject.code()));
    }

    /** The peer says why it refuses this side. */
    static HandshakeStep.Close rejected(ObjectNode object) {
        try {
            if (CoreProtocol.INSTANCE.decode(object) instanceof Reject reject) {
                return new HandshakeStep.Close(rejected(reject));
            }
        } catch (DecodeException e) {
            return new HandshakeStep.Close(
                    new CloseReason(
                            CloseReason.Kind.REJECTED,
                            "the peer refused, and its reason cannot be read: " + e.getMessage(),
                            RejectCode.NOT_A_HELLO));
        }
        throw new IllegalStateException("not a reject: " + object);
    }

    /** Why the peer refuses this side; empty when an object is no valid reject. */
    public static Optional<CloseReason> rejection(ObjectNode object) {
        try {
            return tag(object).equals("reject")
                            && CoreProtocol.INSTANCE.decode(object) instanceof Reject reject
                    ? Optional.of(rejected(reject))
                    : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    static CloseReason rejected(Reject reject) {
        String code = reject.code().name().toLowerCase(Locale.ROOT);
        return new CloseReason(
                CloseReason.Kind.REJECTED, code + ": " + reject.message(), reject.code());
    }

    /** Whether an object is a hello, valid or not. */
    public static boolean isHello(ObjectNode object) {
        return tag(object).equals("hello");
    }

    private static String tag(ObjectNode object) {
        JsonNode tag = object.get(CoreProtocol.INSTANCE.discriminator());
        return tag != null && tag.isString() ? tag.asString() : "";
    }
}
