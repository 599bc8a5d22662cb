package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.Generator;
import dev.gdwire.integration.rich.RichFromJava;
import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Whatever Java sends through a real game comes back as it was. */
@Tag("godot")
@AddLifecycleHook(GodotOnly.class)
class GodotEchoTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final double SMALLEST_EXACT = 1e-6;
    private static final double LARGEST_EXACT = 1e22;

    private static EchoGame game;

    @BeforeContainer
    static void start() throws IOException {
        game = EchoGame.start();
    }

    @AfterContainer
    static void stop() throws IOException {
        if (game != null) {
            game.close();
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> messages() {
        return new RandomMessages(Generator.load(VerdictTable.SCHEMAS).orThrow()).messages();
    }

    @Property(tries = 300)
    void comesBackAsItWas(@ForAll("messages") Map<String, Object> json) {
        RichMessage message = RichProtocol.INSTANCE.decode(MAPPER.writeValueAsBytes(json));
        RichMessage back = game.back((RichFromJava) message);
        JsonNode sent = MAPPER.readTree(RichProtocol.INSTANCE.encode(message));
        JsonNode received = MAPPER.readTree(RichProtocol.INSTANCE.encode(back));
        assertThat(received.equals(GodotEchoTest::compare, sent))
                .as("sent %s%nreceived %s", sent, received)
                .isTrue();
    }

    /** 32-bit numbers and integers have to be equal: their neighbours are many such units away. */
    private static int compare(JsonNode one, JsonNode other) {
        if (one.isFloatingPointNumber() && other.isFloatingPointNumber()) {
            double difference = Math.abs(one.doubleValue() - other.doubleValue());
            return difference <= ulps(one.doubleValue()) * Math.ulp(one.doubleValue()) ? 0 : 1;
        }
        return one.equals(other) ? 0 : 1;
    }

    /** Units in the last place that Godot's JSON parser, which does not round correctly, is off. */
    private static int ulps(double value) {
        double size = Math.abs(value);
        return size >= SMALLEST_EXACT && size <= LARGEST_EXACT ? 1 : 4;
    }
}
