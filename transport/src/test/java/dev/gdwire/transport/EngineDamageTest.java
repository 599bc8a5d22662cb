package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.node.JsonNodeFactory;

/** A real conversation whose bytes are cut, doubled, flipped and dropped on their way. */
class EngineDamageTest {
    private static final byte[] GOOD =
            "\n{\"type\":\"say\",\"text\":\"after\"}\n".getBytes(StandardCharsets.UTF_8);

    @Property(tries = 2000)
    void damageIsNeverAnExceptionAndCostsNoLineAfterIt(
            @ForAll Role role,
            @ForAll boolean plainAllowed,
            @ForAll boolean greetingStays,
            @ForAll @IntRange(min = 0, max = 12) int wounds,
            @ForAll Random random) {
        List<byte[]> conversation = conversation(role);
        byte[] greeting = conversation.get(0);
        byte[] rest = conversation.get(1);
        byte[] stream =
                greetingStays
                        ? join(greeting, damaged(rest, wounds, random))
                        : damaged(join(greeting, rest), wounds, random);
        Listening end = new Listening(role, plainAllowed);
        end.engine.start(0);
        end.feed(stream, random);
        end.feed(GOOD, random);
        end.check(greetingStays);
    }

    /** What the peer of a role says in a conversation: its greeting, and all after it. */
    private static List<byte[]> conversation(Role role) {
        MemoryPair pair =
                new MemoryPair(options(Role.INITIATOR, false), options(Role.ACCEPTOR, false));
        MemoryPair.End peer = role == Role.INITIATOR ? pair.acceptor() : pair.initiator();
        MemoryPair.End self = role == Role.INITIATOR ? pair.initiator() : pair.acceptor();
        pair.initiator().engine().start(0);
        pair.acceptor().engine().start(0);
        List<byte[]> said = new ArrayList<>();
        if (role == Role.ACCEPTOR) {
            said.add(peer.takeOutbound());
            peer.inject(said.get(0));
        }
        pair.move(pair.initiator(), pair.acceptor(), all -> all);
        if (role == Role.INITIATOR) {
            said.add(peer.takeOutbound());
            peer.inject(said.get(0));
        }
        pair.move(pair.acceptor(), pair.initiator(), all -> all);
        self.takeOutbound();
        for (int i = 0; i < 4; i++) {
            peer.engine().send(new Toy.Say("gr\u00fc\u00df \ud83c\udfae \" " + i));
            peer.engine()
                    .request(
                            role == Role.INITIATOR ? new Toy.Query(i) : new Toy.Ask(i),
                            Duration.ofSeconds(1),
                            0,
                            outcome -> {});
            peer.engine().ping(i, 0);
        }
        String answers =
                "{\"type\":\"%s\",\"n\":1,\"$re\":1}\n{\"gdwire\":\"error\",\"code\":\"no_handler\",\"message\":\"x\",\"$re\":2}\n"
                        .formatted(role == Role.INITIATOR ? "answer" : "info");
        said.add(join(peer.takeOutbound(), answers.getBytes(StandardCharsets.UTF_8)));
        return said;
    }

    private static EngineOptions options(Role role, boolean plainAllowed) {
        EngineOptions options =
                EngineOptions.of(role, List.of(ToyProtocol.TOY))
                        .withSide(role == Role.INITIATOR ? Sender.JAVA : Sender.GODOT);
        return plainAllowed ? options.withPlain(PlainMode.ALLOWED) : options;
    }

    private static byte[] damaged(byte[] bytes, int wounds, Random random) {
        byte[] result = bytes;
        for (int i = 0; i < wounds && result.length > 0; i++) {
            int from = random.nextInt(result.length);
            int to = Math.min(result.length, from + 1 + random.nextInt(40));
            byte[] head = Arrays.copyOf(result, from);
            byte[] piece = Arrays.copyOfRange(result, from, to);
            byte[] tail = Arrays.copyOfRange(result, to, result.length);
            switch (random.nextInt(4)) {
                case 0 -> result = join(head, tail);
                case 1 -> result = join(join(head, piece), join(piece, tail));
                case 2 -> result = join(join(head, new byte[] {'\n'}), join(piece, tail));
                default -> result[from] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return result;
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** The side that the damage reaches. */
    private static final class Listening implements EngineOutput {
        private final Engine engine;
        private final Role role;
        private final List<Event> events = new ArrayList<>();
        private final List<Outcome> outcomes = new ArrayList<>();
        private final JsonOutput lines = new JsonOutput();
        private int asked;

        Listening(Role role, boolean plainAllowed) {
            this.role = role;
            engine = new Engine(options(role, plainAllowed), this);
        }

        void feed(byte[] bytes, Random random) {
            int offset = 0;
            while (offset < bytes.length) {
                int length = 1 + random.nextInt(bytes.length - offset);
                engine.receive(bytes, offset, length, 0);
                offset += length;
            }
        }

        @Override
        public JsonOutput lines() {
            return lines;
        }

        @Override
        public void lineWritten(int length) {
            assertThat(lines.toByteArray()).hasSize(length).endsWith((byte) '\n');
            lines.clear();
        }

        @Override
        public void event(Event event) {
            assertThat(events).noneMatch(Event.Closed.class::isInstance);
            events.add(event);
            if (event instanceof Event.Opened) {
                for (asked = 0; asked < 3; asked++) {
                    engine.request(
                            role == Role.INITIATOR ? new Toy.Ask(asked) : new Toy.Query(asked),
                            Duration.ofSeconds(1),
                            0,
                            outcomes::add);
                }
            } else if (event instanceof Event.RequestReceived request) {
                engine.reply(
                        request.id(),
                        role == Role.INITIATOR ? new Toy.Info(1) : new Toy.Answer(1),
                        0);
            }
        }

        void check(boolean mustBeOpen) {
            assertThat(mustBeOpen && engine.isClosed()).as("closed: %s", events).isFalse();
            if (!engine.isClosed() && events.stream().anyMatch(Event.Opened.class::isInstance)) {
                assertThat(events).endsWith(new Event.Received(new Toy.Say("after")));
            } else if (!engine.isClosed() && !events.isEmpty()) {
                assertThat(events)
                        .endsWith(
                                new Event.PlainReceived(
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("type", "say")
                                                .put("text", "after")));
            }
            engine.tick(Duration.ofMinutes(1).toNanos());
            engine.endOfInput(Duration.ofMinutes(1).toNanos());
            assertThat(engine.isClosed()).isTrue();
            assertThat(outcomes).hasSize(asked);
        }
    }
}
