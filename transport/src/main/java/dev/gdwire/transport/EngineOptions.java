package dev.gdwire.transport;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import java.time.Duration;
import java.util.List;

/**
 * What one side of a connection is and speaks.
 *
 * @param role which end of the connection it is
 * @param side whose messages it sends: {@link Sender#JAVA} or {@link Sender#GODOT}
 * @param protocols the protocols that it speaks
 * @param library name and version of its library, for people
 * @param features the optional parts of the wire format that it can use
 * @param maxFrame the longest line that it accepts, in bytes without the newline; at least 1024.
 *     The blobs before a line count as parts of it
 * @param schemas what happens when schemas differ
 * @param plain how it deals with plain peers
 * @param handshakeTimeout how long the handshake may take
 */
public record EngineOptions(
        Role role,
        Sender side,
        List<Protocol<?>> protocols,
        String library,
        List<String> features,
        int maxFrame,
        SchemaPolicy schemas,
        PlainMode plain,
        Duration handshakeTimeout) {
    /** The limit of a line unless another is set: 1 MiB. */
    public static final int DEFAULT_MAX_FRAME = 1024 * 1024;

    /** The feature of packed values that travel raw, before the lines that they belong to. */
    public static final String BLOBS = "blobs";

    private static final int SMALLEST_MAX_FRAME = 1024;
    private static final String LIBRARY = "gdwire-java 0.1.0";
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

    public EngineOptions {
        protocols = List.copyOf(protocols);
        features = List.copyOf(features);
        if (maxFrame < SMALLEST_MAX_FRAME || maxFrame == Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "The longest line must be from 1024 to 2^31-2 bytes: " + maxFrame);
        }
        if (side == Sender.BOTH) {
            throw new IllegalArgumentException("A peer is either the Java or the Godot side.");
        }
    }

    /** The usual options of the Java side of a connection. */
    public static EngineOptions of(Role role, List<? extends Protocol<?>> protocols) {
        return new EngineOptions(
                role,
                Sender.JAVA,
                List.copyOf(protocols),
                LIBRARY,
                List.of(BLOBS),
                DEFAULT_MAX_FRAME,
                SchemaPolicy.TOLERANT,
                PlainMode.OFF,
                HANDSHAKE_TIMEOUT);
    }

    /** The same, sending the messages of another side. */
    public EngineOptions withSide(Sender value) {
        return new EngineOptions(
                role,
                value,
                protocols,
                library,
                features,
                maxFrame,
                schemas,
                plain,
                handshakeTimeout);
    }

    /** The same with other optional parts of the wire format. */
    public EngineOptions withFeatures(List<String> value) {
        return new EngineOptions(
                role, side, protocols, library, value, maxFrame, schemas, plain, handshakeTimeout);
    }

    /** The same with another limit of a line, in bytes. */
    public EngineOptions withMaxFrame(int bytes) {
        return new EngineOptions(
                role, side, protocols, library, features, bytes, schemas, plain, handshakeTimeout);
    }

    /** The same with another policy for schemas that differ. */
    public EngineOptions withSchemas(SchemaPolicy value) {
        return new EngineOptions(
                role, side, protocols, library, features, maxFrame, value, plain, handshakeTimeout);
    }

    /** The same with another treatment of plain peers. */
    public EngineOptions withPlain(PlainMode value) {
        return new EngineOptions(
                role,
                side,
                protocols,
                library,
                features,
                maxFrame,
                schemas,
                value,
                handshakeTimeout);
    }

    /** The same with another deadline for the handshake. */
    public EngineOptions withHandshakeTimeout(Duration value) {
        return new EngineOptions(
                role, side, protocols, library, features, maxFrame, schemas, plain, value);
    }
}
