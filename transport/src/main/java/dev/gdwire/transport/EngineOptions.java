package dev.gdwire.transport;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.internal.Debugger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one side of a connection is and speaks.
 *
 * @param role which end of the connection it is
 * @param side whose messages it sends: {@link Sender#JAVA} or {@link Sender#GODOT}
 * @param protocols the protocols that it speaks
 * @param library name and version of its library, for people
 * @param features the optional parts of the wire format that it can use
 * @param limits what it takes at most
 * @param schemas what happens when schemas differ
 * @param plain how it deals with plain peers
 * @param token what both peers must have; null if it asks for none
 * @param silence it says something at least every so often, and tells the peer so; zero if it
 *     promises nothing
 * @param sessions how its sessions outlive their connections; null if they do not
 */
public record EngineOptions(
        Role role,
        Sender side,
        List<Protocol<?>> protocols,
        String library,
        List<String> features,
        Limits limits,
        SchemaPolicy schemas,
        PlainMode plain,
        @Nullable Token token,
        Duration silence,
        @Nullable SessionOptions sessions) {
    /** The feature of packed values that travel raw, before the lines that they belong to. */
    public static final String BLOBS = "blobs";

    /** The feature of sessions that outlive their connections. */
    public static final String SESSIONS = "sessions";

    /**
     * What this library promises unless another is set: a sign of life every 15 seconds; nothing in
     * a program that was started for a debugger, which may stop it for any time.
     */
    public static final Duration DEFAULT_SILENCE =
            Debugger.isPossible() ? Duration.ZERO : Duration.ofSeconds(15);

    private static final String LIBRARY = "gdwire-java 0.1.0";

    public EngineOptions {
        protocols = List.copyOf(protocols);
        features = List.copyOf(features);
        if (side == Sender.BOTH) {
            throw new IllegalArgumentException("A peer is either the Java or the Godot side.");
        }
        if (token != null && plain != PlainMode.OFF) {
            throw new IllegalArgumentException(
                    "A plain peer has no way to prove that it has a token, so plain mode would let"
                            + " in everybody: use the token or plain mode, not both.");
        }
        if (silence.isNegative()) {
            throw new IllegalArgumentException("A silence is 0 or more: " + silence);
        }
    }

    /** The features that it offers: those of its own, and sessions if it keeps any. */
    public List<String> offeredFeatures() {
        if (sessions == null) {
            return features;
        }
        return Stream.concat(features.stream(), Stream.of(SESSIONS)).toList();
    }

    /** The usual options of the Java side of a connection. */
    public static EngineOptions of(Role role, List<? extends Protocol<?>> protocols) {
        return new EngineOptions(
                role,
                Sender.JAVA,
                List.copyOf(protocols),
                LIBRARY,
                List.of(BLOBS),
                Limits.DEFAULT,
                SchemaPolicy.TOLERANT,
                PlainMode.OFF,
                null,
                DEFAULT_SILENCE,
                null);
    }

    /** The same, sending the messages of another side. */
    public EngineOptions withSide(Sender value) {
        return new EngineOptions(
                role, value, protocols, library, features, limits, schemas, plain, token, silence,
                sessions);
    }

    /** The same with other optional parts of the wire format. */
    public EngineOptions withFeatures(List<String> value) {
        return new EngineOptions(
                role, side, protocols, library, value, limits, schemas, plain, token, silence,
                sessions);
    }

    /** The same with other limits. */
    public EngineOptions withLimits(Limits value) {
        return new EngineOptions(
                role, side, protocols, library, features, value, schemas, plain, token, silence,
                sessions);
    }

    /** The same with another limit of a line, in bytes. */
    public EngineOptions withMaxFrame(int bytes) {
        return withLimits(limits.withFrame(bytes));
    }

    /** The same with another policy for schemas that differ. */
    public EngineOptions withSchemas(SchemaPolicy value) {
        return new EngineOptions(
                role, side, protocols, library, features, limits, value, plain, token, silence,
                sessions);
    }

    /** The same with another treatment of plain peers. */
    public EngineOptions withPlain(PlainMode value) {
        return new EngineOptions(
                role, side, protocols, library, features, limits, schemas, value, token, silence,
                sessions);
    }

    /** The same with another deadline for the handshake. */
    public EngineOptions withHandshakeTimeout(Duration value) {
        return withLimits(limits.withHandshake(value));
    }

    /** The same with a token, or none. */
    public EngineOptions withToken(@Nullable Token value) {
        return new EngineOptions(
                role, side, protocols, library, features, limits, schemas, plain, value, silence,
                sessions);
    }

    /** The same with another promise of signs of life. */
    public EngineOptions withSilence(Duration value) {
        return new EngineOptions(
                role, side, protocols, library, features, limits, schemas, plain, token, value,
                sessions);
    }

    /** The same with sessions, or none. */
    public EngineOptions withSessions(@Nullable SessionOptions value) {
        return new EngineOptions(
                role, side, protocols, library, features, limits, schemas, plain, token, silence,
                value);
    }
}
