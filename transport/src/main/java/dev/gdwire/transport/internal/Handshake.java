package dev.gdwire.transport.internal;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.core.Session;
import dev.gdwire.protocol.core.Welcome;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    /**
     * Says hello, if it is this side's turn.
     *
     * @param resumed the numbers of the session that is to be resumed; null if none
     */
    public void start(@Nullable Numbering resumed) {
        if (options.role() == Role.INITIATOR) {
            wire.core(
                    new Hello(
                            Agreement.WIRE,
                            options.library(),
                            agreement.offers(),
                            options.offeredFeatures(),
                            options.limits().frame(),
                            silence(),
                            null,
                            offer(resumed)));
        }
    }

    private @Nullable Long silence() {
        return options.silence().isZero() ? null : Math.max(1, options.silence().toMillis());
    }

    private @Nullable Session offer(@Nullable Numbering resumed) {
        if (options.sessions() == null) {
            return null;
        }
        return resumed == null ? Session.of(0) : new Session(resumed.id(), resumed.received());
    }

    /**
     * Welcomes a peer that was greeted.
     *
     * @param numbering the numbers of the session that the connection carries; null if none
     */
    public void welcome(PeerInfo peer, @Nullable Numbering numbering) {
        wire.core(
                new Welcome(
                        Agreement.WIRE,
                        options.library(),
                        Agreement.offers(peer.protocols()),
                        options.offeredFeatures(),
                        options.limits().frame(),
                        silence(),
                        null,
                        numbering == null
                                ? null
                                : new Session(numbering.id(), numbering.received())));
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
            return agree(m);
        }
        if (message instanceof Welcome m && initiator && m.wire() == Agreement.WIRE) {
            return agree(m);
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

    /**
     * The deadline has passed.
     *
     * @param isInsideLine some of the first line has come
     */
    public HandshakeStep late(BooleanSupplier isInsideLine) {
        long timeout = options.limits().handshake().toMillis();
        if (isInsideLine.getAsBoolean()) {
            return tooLate(
                    "the first line was not whole within %d ms: end each line with a newline"
                            .formatted(timeout));
        }
        if (options.role() == Role.ACCEPTOR && options.plain() == PlainMode.ALLOWED) {
            // It may wait for this side to speak first, as programs without Gdwire do.
            return new HandshakeStep.Plain();
        }
        return tooLate("the handshake was not done within %d ms".formatted(timeout));
    }

    /** A plain peer that came by its silence says hello after all. */
    public HandshakeStep.Close lateHello() {
        return tooLate(
                "the hello came after more than %d ms, when the peer counted as plain already: say hello at once"
                        .formatted(options.limits().handshake().toMillis()));
    }

    private HandshakeStep.Close tooLate(String text) {
        return refuse(RejectCode.TOO_LATE, text);
    }

    /** Refuses the peer. */
    public HandshakeStep.Close refuse(RejectCode code, String text) {
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
        return message instanceof Hello m ? agree(m) : agree((Welcome) message);
    }

    private HandshakeStep agree(Hello m) {
        Optional<Reject> refusal = agreement.refuseProtocols(m.protocols());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        PeerInfo peer = agreement.peer(m.library(), m.protocols(), m.features(), m.maxFrame());
        return new HandshakeStep.Greeted(peer, session(peer, m.session()), millis(m.silence()));
    }

    private HandshakeStep agree(Welcome m) {
        Optional<Reject> refusal = agreement.refuseProtocols(m.protocols());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        PeerInfo peer = agreement.peer(m.library(), m.protocols(), m.features(), m.maxFrame());
        return new HandshakeStep.Welcomed(peer, session(peer, m.session()), millis(m.silence()));
    }

    private static @Nullable Session session(PeerInfo peer, @Nullable Session offered) {
        return peer.features().contains(EngineOptions.SESSIONS) ? offered : null;
    }

    private static long millis(@Nullable Long silence) {
        return silence == null ? 0 : silence;
    }

    private HandshakeStep.Close refuse(Reject reject) {
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
