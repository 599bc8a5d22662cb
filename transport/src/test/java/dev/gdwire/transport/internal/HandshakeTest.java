package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Hello;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Welcome;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.EngineOutput;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.ToyProtocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private static final List<Offer> OFFERS =
            List.of(
                    Offer.of(
                            ToyProtocol.TOY.name(),
                            ToyProtocol.TOY.version(),
                            ToyProtocol.TOY.fingerprint()));
    private static final String HELLO =
            text(
                    CoreProtocol.INSTANCE.encode(
                            Hello.of(Agreement.WIRE, "x 1", OFFERS, List.of("blobs"), 4096)));
    private static final String WELCOME =
            text(
                    CoreProtocol.INSTANCE.encode(
                            Welcome.of(Agreement.WIRE, "x 1", OFFERS, List.of(), 4096)));

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /** One side before the first line of the other. */
    private static final class Side implements EngineOutput {
        private final JsonOutput lines = new JsonOutput();
        private final Handshake handshake;

        Side(Role role) {
            handshake =
                    new Handshake(
                            EngineOptions.of(role, List.of(ToyProtocol.TOY)), new Wire(this), null);
        }

        @Nullable String usual(String line) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            HandshakeStep step = handshake.usual(bytes, 0, bytes.length);
            return step == null ? null : step + said();
        }

        String parsed(String line) throws MalformedLineException {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return handshake.line(JsonLines.parse(bytes, 0, bytes.length), () -> line) + said();
        }

        private String said() {
            return " " + text(lines.toByteArray());
        }

        @Override
        public JsonOutput lines() {
            return lines;
        }

        @Override
        public void lineWritten(int length) {
            // It is looked at where it stands.
        }

        @Override
        public void event(Event event) {
            throw new AssertionError(event);
        }
    }

    @Property(tries = 3_000)
    void whatIsUsualMeansTheSameParsed(@ForAll long seed) throws MalformedLineException {
        Random random = new Random(seed);
        Role role = random.nextBoolean() ? Role.ACCEPTOR : Role.INITIATOR;
        StringBuilder line = new StringBuilder(random.nextBoolean() ? HELLO : WELCOME);
        for (int wounds = random.nextInt(3); wounds > 0; wounds--) {
            line.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
        }
        String usual = new Side(role).usual(line.toString());
        if (usual != null) {
            assertThat(usual).isEqualTo(new Side(role).parsed(line.toString()));
        }
    }

    @Test
    void wholeLinesAreUsual() {
        assertThat(new Side(Role.ACCEPTOR).usual(HELLO)).startsWith("Greeted[");
        assertThat(new Side(Role.INITIATOR).usual(WELCOME)).startsWith("Welcomed[");
        assertThat(new Side(Role.ACCEPTOR).usual(WELCOME)).isNull();
        assertThat(new Side(Role.INITIATOR).usual(HELLO)).isNull();
    }
}
