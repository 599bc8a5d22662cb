package dev.gdwire.transport.internal;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.core.Challenge;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Proof;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What peers say before messages: hello from the initiator, challenge and proof where there is a
 * token, welcome or reject from the acceptor.
 */
public final class Handshake {
    /** The most characters of a refusal: a peer takes little before its handshake is done. */
    private static final int MOST_WORDS = 1000;

    /** The longest line, in bytes, that a peer may send before the handshake is done. */
    public static final int MAX_FRAME = 16 * 1024;

    private static final String NO_NONCE = "its nonce is no text of 16 to 128 characters in base64";
    private static final String ANOTHER_TOKEN =
            "the peers do not have the same token: give both the same";

    /** What the peer is to say next. */
    private enum Turn {
        HELLO,
        PROOF,
        CHALLENGE,
        WELCOME
    }

    private final EngineOptions options;
    private final Wire wire;
    private final Agreement agreement;
    private final @Nullable TokenProof token;
    private Turn turn;

    /** This side wants a session back: a reject of its own would end it for the peer too. */
    private boolean isResuming;

    /**
     * Where there is a token, the hello, which is looked at when its sender has proved that it has
     * the token too. As a line, which has a limit: what is read of it takes many times the room.
     */
    private byte[] firstLine = {};

    /**
     * A handshake that nobody has begun.
     *
     * @param token what both peers must have; null if this side asks for none
     */
    public Handshake(EngineOptions options, Wire wire, @Nullable TokenProof token) {
        this.options = options;
        this.wire = wire;
        this.token = token;
        agreement = new Agreement(options);
        turn = isInitiator() ? token == null ? Turn.WELCOME : Turn.CHALLENGE : Turn.HELLO;
    }

    private boolean isInitiator() {
        return options.role() == Role.INITIATOR;
    }

    /**
     * Says hello, if it is this side's turn.
     *
     * @param resumed the numbers of the session that is to be resumed; null if none
     */
    public void start(@Nullable Numbering resumed) {
        if (isInitiator()) {
            isResuming = resumed != null;
            wire.core(
                    new Hello(
                            Agreement.WIRE,
                            options.library(),
                            agreement.offers(),
                            options.offeredFeatures(),
                            options.limits().frame(),
                            silence(),
                            token == null ? null : token.forHello(),
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
     * Takes a line of the peer if there is nothing unusual or wrong about it.
     *
     * @return null for all others: nothing has been done, and it is to be parsed and taken by
     *     {@link #line}
     */
    public @Nullable HandshakeStep usual(byte[] bytes, int offset, int length) {
        if (token != null) {
            // Of a peer that has proved nothing no more is read than the proof takes.
            if (turn == Turn.HELLO) {
                firstLine = Arrays.copyOfRange(bytes, offset, offset + length);
            }
            return null;
        }
        CoreMessage message =
                CoreProtocol.INSTANCE.decodeUsual(bytes, offset, offset + length, new JsonInput());
        if (message instanceof Hello m && turn == Turn.HELLO && m.wire() == Agreement.WIRE) {
            return admit(m);
        }
        if (message instanceof Welcome m && turn == Turn.WELCOME && m.wire() == Agreement.WIRE) {
            return welcomed(m);
        }
        return null;
    }

    /**
     * Takes a line of the peer.
     *
     * @param object the line, or null when it is no JSON object
     * @param excerpt its beginning, for people
     */
    public HandshakeStep line(@Nullable ObjectNode object, Supplier<String> excerpt) {
        String tag = object == null ? "" : tag(object);
        if (object != null && tag.equals("reject") && turn != Turn.HELLO) {
            return weighed(rejected(object));
        }
        if (token != null) {
            return proving(token, object, tag);
        }
        if (object != null && tag.equals(turn == Turn.WELCOME ? "welcome" : "hello")) {
            return judged(object);
        }
        if (turn == Turn.WELCOME && tag.equals("challenge")) {
            return unauthorized(
                    "the peer that listens asks for a token, and this side has none: give this side"
                            + " the same token");
        }
        if (turn == Turn.HELLO && options.plain() == PlainMode.ALLOWED) {
            return new HandshakeStep.Plain();
        }
        return refuse(
                new Reject(
                        RejectCode.NOT_A_HELLO,
                        turn == Turn.WELCOME
                                ? "the first line is no welcome of a Gdwire peer but: "
                                        + excerpt.get()
                                : "the first line is no hello of a Gdwire peer but: "
                                        + excerpt.get()
                                        + "; use a Gdwire client, or allow plain mode on the"
                                        + " server"));
    }

    /**
     * Where there is a token, a session is not given up because of somebody who has proved nothing,
     * unless it refuses the proof that this side has just given: the token is another one then.
     */
    private HandshakeStep weighed(HandshakeStep.Close rejected) {
        boolean refusesProof =
                turn == Turn.WELCOME && rejected.reason().code() == RejectCode.UNAUTHORIZED;
        return !isResuming || token == null || refusesProof
                ? rejected
                : new HandshakeStep.Failed(rejected.reason().text());
    }

    /** Takes a line where there is a token. Whoever lacks it hears none of what it sent again. */
    private HandshakeStep proving(TokenProof proof, @Nullable ObjectNode object, String tag) {
        if (object != null && tag.equals(turn.name().toLowerCase(Locale.ROOT))) {
            return switch (turn) {
                case HELLO -> challenge(proof, object);
                case PROOF -> proved(proof, object);
                case CHALLENGE -> challenged(proof, object);
                case WELCOME -> provedByWelcome(proof, object);
            };
        }
        return switch (turn) {
            case HELLO ->
                    refuse(
                            RejectCode.NOT_A_HELLO,
                            "the first line is no hello of a Gdwire peer, and this side takes no"
                                    + " others: it asks for a token");
            case PROOF ->
                    unauthorized("after the challenge comes its proof, and nothing else before it");
            case CHALLENGE ->
                    tag.equals("welcome")
                            ? unauthorized(
                                    "the peer that listens asked for no proof of the token: give"
                                            + " it the same token, or check the port")
                            : refuse(
                                    RejectCode.NOT_A_HELLO,
                                    "the first line is neither challenge nor welcome of a Gdwire"
                                            + " peer: check the port");
            case WELCOME ->
                    unauthorized("after the proof comes the welcome, and nothing else before it");
        };
    }

    private HandshakeStep challenge(TokenProof proof, ObjectNode object) {
        String nonce = text(object, "nonce");
        if (nonce == null) {
            return unauthorized(
                    "this side asks for a token, and the peer that connected has none: give it the"
                            + " same token");
        }
        if (!TokenProof.isNonce(nonce)) {
            return unauthorized("hello: " + NO_NONCE);
        }
        turn = Turn.PROOF;
        wire.core(new Challenge(proof.forChallenge(nonce)));
        return new HandshakeStep.Wait();
    }

    private HandshakeStep proved(TokenProof proof, ObjectNode object) {
        if (!TokenProof.fits(proof.ofInitiator(), text(object, "mac"))) {
            return unauthorized(ANOTHER_TOKEN);
        }
        ObjectNode hello = JsonLines.reread(firstLine);
        firstLine = new byte[0];
        return judged(hello);
    }

    private HandshakeStep challenged(TokenProof proof, ObjectNode object) {
        String nonce = text(object, "nonce");
        if (!TokenProof.isNonce(nonce)) {
            return unauthorized("challenge: " + NO_NONCE);
        }
        proof.challenged(nonce);
        turn = Turn.WELCOME;
        wire.core(new Proof(proof.ofInitiator()));
        return new HandshakeStep.Wait();
    }

    private HandshakeStep provedByWelcome(TokenProof proof, ObjectNode object) {
        return TokenProof.fits(proof.ofAcceptor(), text(object, "proof"))
                ? judged(object)
                : unauthorized(ANOTHER_TOKEN);
    }

    /** Takes a line in which something is over a limit. */
    public HandshakeStep overLimit(ObjectNode object, DecodeException fault) {
        if (token != null) {
            // Whoever has proved nothing hears none of what it sent again.
            return proving(token, null, "");
        }
        if (turn != Turn.HELLO && tag(object).equals("reject")) {
            return unreadableReject(fault);
        }
        if (turn == Turn.HELLO && options.plain() == PlainMode.ALLOWED && !isHello(object)) {
            return new HandshakeStep.Plain();
        }
        return refuse(RejectCode.NOT_A_HELLO, "the first line: " + fault.getMessage());
    }

    /** Refuses the peer, such as when the deadline has passed. */
    public HandshakeStep refuse(RejectCode code, String text) {
        return refuse(new Reject(code, text));
    }

    private HandshakeStep unauthorized(String text) {
        return refuse(RejectCode.UNAUTHORIZED, text);
    }

    /** Takes a hello or a welcome of a peer that has the token, if there is one. */
    private HandshakeStep judged(ObjectNode object) {
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
            return refuse(RejectCode.NOT_A_HELLO, tag(object) + ": " + e.getMessage());
        }
        return message instanceof Hello m ? admit(m) : welcomed((Welcome) message);
    }

    /** The initiator may come in, unless the peers do not fit. */
    private HandshakeStep admit(Hello m) {
        Optional<Reject> refusal = agreement.refuseProtocols(m.protocols());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        PeerInfo peer = agreement.peer(m.library(), m.protocols(), m.features(), m.maxFrame());
        return new HandshakeStep.Greeted(peer, session(peer, m.session()), millis(m.silence()));
    }

    /**
     * Welcomes a peer that was admitted: nothing that could be said against it was the case.
     *
     * @param numbering the numbers of the session that the connection carries; null if none
     */
    public void welcome(PeerInfo peer, @Nullable Numbering numbering) {
        Session carried =
                numbering == null ? null : new Session(numbering.id(), numbering.received());
        wire.core(
                Welcome.of(
                                Agreement.WIRE,
                                options.library(),
                                Agreement.offers(peer.protocols()),
                                options.offeredFeatures(),
                                options.limits().frame())
                        .withSilence(silence())
                        .withSession(carried)
                        .withProof(token == null ? null : token.ofAcceptor()));
    }

    /** The acceptor welcomes this side. */
    private HandshakeStep welcomed(Welcome m) {
        Optional<Reject> refusal = agreement.refuseProtocols(m.protocols());
        if (refusal.isPresent()) {
            Reject misfit = refusal.get();
            return isResuming ? new HandshakeStep.Misfit(misfit.message()) : refuse(misfit);
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

    /** Refuses the peer; without a word where a session is to be resumed. */
    public HandshakeStep refuse(Reject reason) {
        if (isResuming) {
            return new HandshakeStep.Failed(Excerpt.cut(reason.message(), MOST_WORDS));
        }
        Reject reject = new Reject(reason.code(), Excerpt.cut(reason.message(), MOST_WORDS));
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
            return unreadableReject(e);
        }
        throw new IllegalStateException("not a reject: " + object);
    }

    private static HandshakeStep.Close unreadableReject(DecodeException fault) {
        return new HandshakeStep.Close(
                new CloseReason(
                        CloseReason.Kind.REJECTED,
                        "the peer refused, and its reason cannot be read: " + fault.getMessage(),
                        RejectCode.NOT_A_HELLO));
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
        String tag = text(object, CoreProtocol.INSTANCE.discriminator());
        return tag == null ? "" : tag;
    }

    private static @Nullable String text(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }
}
