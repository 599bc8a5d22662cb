package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.JsonSuite.Text;
import dev.gdwire.integration.rich.RichProtocol;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real game that is sent what is no JSON, or hardly. */
@Tag("godot")
class GodotJsonSuiteTest {
    /** So begins what the game says of a line that it cannot use. */
    private static final String REPORT = "WARNING: Gdwire: ";

    @Test
    void whateverALineIsTheNextIsRead() throws IOException {
        long number = 0;
        try (EchoGame game = EchoGame.start();
                RawPeer peer = RawPeer.connect(game.port(), RichProtocol.INSTANCE)) {
            for (Text text : JsonSuite.texts()) {
                String next = "{\"type\":\"pong\",\"seed\":" + ++number + "}";
                peer.send(text.bytes());
                peer.send("\n" + next + "\n");
                assertThat(peer.awaitLine(line -> line.startsWith("{\"type\":"))).isEqualTo(next);
            }
            assertThat(game.engineErrors()).allMatch(line -> line.startsWith(REPORT));
        }
    }
}
