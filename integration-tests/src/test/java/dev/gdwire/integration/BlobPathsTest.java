package dev.gdwire.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.Generator;
import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.MemoryPair;
import dev.gdwire.transport.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** However packed values travel, and however Java reads them, it is the same message or fault. */
class BlobPathsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Texts that are values, and may be base64. */
    private static final Pattern TEXTS =
            Pattern.compile("(?<=[:,\\[])\"([A-Za-z0-9+/]*={0,2})\"(?=[,}\\]])");

    static Stream<VerdictTable.Verdict> verdicts() throws IOException {
        return VerdictTable.verdicts("rich").stream().filter(row -> !row.isMalformed());
    }

    /** Any text that is base64 can be a blob, in whatever place. */
    @ParameterizedTest
    @MethodSource("verdicts")
    void everyVerdictIsThatOfTheLineWithTexts(VerdictTable.Verdict row) {
        assertSame(row.json(), new Random(row.json().hashCode()));
    }

    @Provide
    Arbitrary<Map<String, Object>> messages() throws IOException {
        return new RandomMessages(Generator.load(VerdictTable.SCHEMAS).orThrow()).messages();
    }

    @Property(tries = 500)
    void everyMessageIsThatOfTheLineWithTexts(
            @ForAll("messages") Map<String, Object> json, @ForAll Random random) {
        // A line that has such an object has no blobs.
        Assume.that(!json.toString().contains("$blob"));
        assertSame(MAPPER.writeValueAsString(json), random);
    }

    @Property(tries = 500)
    void whatIsSentIsReceived(@ForAll("messages") Map<String, Object> json, @ForAll Random random) {
        RichMessage message = RichProtocol.INSTANCE.decode(MAPPER.writeValueAsBytes(json));
        for (List<String> features : List.of(List.of("blobs"), List.<String>of())) {
            MemoryPair pair =
                    new MemoryPair(
                                    options(Role.INITIATOR, RichProtocol.INSTANCE)
                                            .withFeatures(features),
                                    options(Role.ACCEPTOR, RichProtocol.INSTANCE)
                                            .withSide(Sender.GODOT))
                            .open();
            pair.acceptor().takeEvents();
            pair.initiator().engine().send(message);
            pair.deliver(available -> 1 + random.nextInt(available));
            assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.Received(message));
        }
    }

    private static void assertSame(String json, Random random) {
        List<byte[]> blobs = new ArrayList<>();
        String line = TEXTS.matcher(json).replaceAll(text -> place(text, blobs, random));
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        for (byte[] blob : blobs) {
            unit.writeBytes(("#" + blob.length + "\n").getBytes(UTF_8));
            unit.writeBytes(blob);
            unit.write('\n');
        }
        unit.writeBytes((line + "\n").getBytes(UTF_8));
        List<String> expected = said(RichProtocol.INSTANCE, (json + "\n").getBytes(UTF_8));
        assertThat(said(RichProtocol.INSTANCE, unit.toByteArray())).as(line).isEqualTo(expected);
        assertThat(said(new TreesOnly(), unit.toByteArray())).as(line).isEqualTo(expected);
    }

    private static String place(MatchResult found, List<byte[]> blobs, Random random) {
        String text = found.group(1);
        try {
            byte[] blob = Base64.getDecoder().decode(text);
            boolean isWritten = Base64.getEncoder().encodeToString(blob).equals(text);
            if (isWritten && random.nextInt(4) > 0) {
                blobs.add(blob);
                return "{\"\\$blob\":" + (blobs.size() - 1) + "}";
            }
        } catch (IllegalArgumentException noBase64) {
            // It stays as it is.
        }
        return found.group();
    }

    /** What becomes of bytes, but for the beginnings of bad lines. */
    private static List<String> said(Protocol<RichMessage> protocol, byte[] bytes) {
        MemoryPair pair =
                new MemoryPair(
                                options(Role.INITIATOR, RichProtocol.INSTANCE),
                                options(Role.ACCEPTOR, protocol).withSide(Sender.GODOT))
                        .open();
        pair.acceptor().takeEvents();
        pair.acceptor().takeOutbound();
        pair.acceptor().engine().receive(bytes, 0, bytes.length, 0);
        List<String> said = new ArrayList<>();
        for (Event event : pair.acceptor().takeEvents()) {
            if (event instanceof Event.ProblemEvent problem) {
                said.add(problem.problem().withLine(null).toString());
            } else if (event instanceof Event.Unknown unknown) {
                said.add(unknown.tag() + ": " + unknown.object());
            } else {
                said.add(event.toString());
            }
        }
        said.add(new String(pair.acceptor().takeOutbound(), UTF_8));
        return said;
    }

    private static EngineOptions options(Role role, Protocol<RichMessage> protocol) {
        return EngineOptions.of(role, List.of(protocol));
    }

    /** Reads messages from trees alone. */
    private static final class TreesOnly implements Protocol<RichMessage> {
        private static final RichProtocol RICH = RichProtocol.INSTANCE;

        @Override
        public String name() {
            return RICH.name();
        }

        @Override
        public String version() {
            return RICH.version();
        }

        @Override
        public String fingerprint() {
            return RICH.fingerprint();
        }

        @Override
        public String discriminator() {
            return RICH.discriminator();
        }

        @Override
        public Class<RichMessage> root() {
            return RICH.root();
        }

        @Override
        public List<MessageType<? extends RichMessage>> messages() {
            return RICH.messages();
        }

        @Override
        public byte[] encode(RichMessage message) {
            return RICH.encode(message);
        }

        @Override
        public RichMessage decode(byte[] json) {
            return RICH.decode(json);
        }

        @Override
        public RichMessage decode(JsonNode object) {
            return RICH.decode(object);
        }

        @Override
        public String tag(RichMessage message) {
            return RICH.tag(message);
        }
    }
}
