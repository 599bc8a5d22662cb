package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.rl.RlMessage;
import dev.gdwire.protocol.rl.RlProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lines that are read without a tree are taken exactly as those that are read from one. */
class UsualLinesTest {
    private static final List<String> TAGS =
            List.of("step", "reset", "describe", "observation", "close", "hello", "");
    private static final List<String> MEMBERS =
            List.of(
                    "\"actions\":[{\"values\":[1,0.5,-2e-3]}]",
                    "\"actions\":[{\"values\":[]},{\"values\":[1]}]",
                    "\"actions\":[]",
                    "\"ticks\":4",
                    "\"ticks\":1001",
                    "\"ticks\":null",
                    "\"seed\":7",
                    "\"unknown\":{\"a\":[true,null,\"x\"]}",
                    "\"unknown\":1",
                    "\"tick\":3",
                    "\"agents\":[]",
                    "\"$seq\":1",
                    "\"$ack\":1",
                    "\"gdwire\":\"ping\",\"nonce\":1",
                    "\"gdwire\":7",
                    "\"type\":\"step\"");
    private static final List<String> IDS =
            List.of("1", "2", "3.0", "0", "-1", "1.5", "null", "\"1\"", "1e1", "9007199254740992");

    @Property(tries = 5_000)
    void bothWaysAreOne(@ForAll Random random, @ForAll @IntRange(min = 0, max = 2) int wounds) {
        Side usual = new Side(RlProtocol.INSTANCE);
        Side trees = new Side(new TreesOnly());
        for (int i = 0; i < 4; i++) {
            byte[] line = damaged(line(random), wounds, random);
            usual.take(line);
            trees.take(line);
        }
        assertThat(usual.log).isEqualTo(trees.log);
    }

    /** Else the property would compare one way with itself. */
    @Test
    void whatIsUsualMakesNoTree() {
        Side side = new Side(new NoTrees());
        side.take("{\"type\":\"reset\",\"$id\":1}\n".getBytes(StandardCharsets.UTF_8));
        side.take("{\"type\":\"close\", \"later\":[1]}\n".getBytes(StandardCharsets.UTF_8));
        assertThat(side.log).hasSize(2).noneMatch(event -> event.contains("Problem"));
    }

    private static String line(Random random) {
        List<String> members = new ArrayList<>();
        members.add("\"type\":\"" + one(TAGS, random) + '"');
        for (int i = random.nextInt(4); i > 0; i--) {
            members.add(one(MEMBERS, random));
        }
        if (random.nextBoolean()) {
            members.add("\"$id\":" + one(IDS, random));
        }
        if (random.nextInt(3) == 0) {
            members.add(random.nextInt(members.size() + 1), "\"$re\":" + one(IDS, random));
        }
        String comma = random.nextBoolean() ? "," : " , ";
        return '{' + String.join(comma, members) + "}\n";
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] damaged(String line, int wounds, Random random) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < wounds; i++) {
            bytes[random.nextInt(bytes.length - 1)] = (byte) (' ' + random.nextInt(96));
        }
        return bytes;
    }

    /** A game's end after its handshake. */
    private static final class Side {
        private final List<String> log = new ArrayList<>();
        private final MemoryPair.End end;

        Side(Protocol<RlMessage> protocol) {
            MemoryPair pair =
                    new MemoryPair(
                            EngineOptions.of(Role.INITIATOR, List.of(RlProtocol.INSTANCE)),
                            EngineOptions.of(Role.ACCEPTOR, List.of(protocol))
                                    .withSide(Sender.GODOT));
            pair.open();
            end = pair.acceptor();
            end.takeEvents();
            end.takeOutbound();
        }

        void take(byte[] line) {
            end.engine().receive(line, 0, line.length, Duration.ofSeconds(1).toNanos());
            end.takeEvents().forEach(event -> log.add(event.toString()));
            byte[] out = end.takeOutbound();
            if (out.length > 0) {
                log.add(new String(out, StandardCharsets.UTF_8));
            }
        }
    }

    /** Reads messages from trees alone. */
    private static class TreesOnly implements Protocol<RlMessage> {
        private static final RlProtocol RL = RlProtocol.INSTANCE;

        @Override
        public String name() {
            return RL.name();
        }

        @Override
        public String version() {
            return RL.version();
        }

        @Override
        public String fingerprint() {
            return RL.fingerprint();
        }

        @Override
        public String discriminator() {
            return RL.discriminator();
        }

        @Override
        public Class<RlMessage> root() {
            return RL.root();
        }

        @Override
        public List<MessageType<? extends RlMessage>> messages() {
            return RL.messages();
        }

        @Override
        public byte[] encode(RlMessage message) {
            return RL.encode(message);
        }

        @Override
        public RlMessage decode(byte[] json) {
            return RL.decode(json);
        }

        @Override
        public RlMessage decode(JsonNode object) {
            return RL.decode(object);
        }

        @Override
        public String tag(RlMessage message) {
            return RL.tag(message);
        }
    }

    /** Fails on a tree. */
    private static final class NoTrees extends TreesOnly {
        @Override
        public @Nullable RlMessage decodeUsual(byte[] bytes, int from, int to, JsonInput in) {
            return TreesOnly.RL.decodeUsual(bytes, from, to, in);
        }

        @Override
        public RlMessage decode(JsonNode object) {
            throw new AssertionError("read from a tree: " + object);
        }
    }
}
