package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.godot.Bytes;
import dev.gdwire.transport.PackProtocol.Pack;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Packed values beside their lines. */
class EngineBlobsTest {
    private static final FloatList MANY = FloatList.of(new float[100]);
    private static final String LINE = "{\"type\":\"pack\",\"floats\":{\"$blob\":0}%s}\n";

    @Test
    void blobsGoBeforeTheLineInTheOrderInWhichTheyAreMet() {
        MemoryPair pair = open(PackProtocol.INSTANCE);
        byte[] raw = new byte[384];
        Arrays.fill(raw, (byte) '\n');
        Pack pack = new Pack(MANY, Bytes.of(raw), null, Map.of());
        pair.initiator().engine().send(pack);
        byte[] sent = pair.initiator().takeOutbound();
        assertThat(text(sent))
                .isEqualTo(
                        "#400\n"
                                + "\0".repeat(400)
                                + "\n#384\n"
                                + "\n".repeat(385)
                                + "{\"type\":\"pack\",\"floats\":{\"$blob\":0},\"raw\":{\"$blob\":1}}\n");
        pair.acceptor().engine().receive(sent, 0, sent.length, 0);
        assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.Received(pack));
    }

    @Test
    void fewBytesStayInTheLine() {
        MemoryPair pair = open(PackProtocol.INSTANCE);
        pair.initiator().engine().send(new Pack(FloatList.of(0), null, null, Map.of()));
        assertThat(text(pair.initiator().takeOutbound()))
                .isEqualTo("{\"type\":\"pack\",\"floats\":\"AAAAAA==\"}\n");
    }

    @Test
    void whoOffersNoBlobsGetsNone() {
        MemoryPair pair =
                new MemoryPair(java(), godot(PackProtocol.INSTANCE).withFeatures(List.of("others")))
                        .open();
        pair.acceptor().takeEvents();
        pair.initiator().engine().send(new Pack(MANY, null, null, Map.of()));
        pair.deliver();
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(new Event.Received(new Pack(MANY, null, null, Map.of())));
        feed(pair, "#4\nabcd\n" + LINE.formatted(""));
        assertThat(problems(pair))
                .hasSize(3)
                .allMatch(
                        problem ->
                                problem.startsWith("MALFORMED: not JSON")
                                        || problem.equals(
                                                "INVALID_MESSAGE: $.floats: expected string, got"
                                                        + " object"));
    }

    /** What a user sends is never taken for a blob. */
    @Test
    void whatLooksLikeABlobKeepsOthersInTheLine() {
        MemoryPair pair = open(PackProtocol.INSTANCE);
        for (String any : List.of("{\"$blob\":0}", "[\"$blob\"]", "{\"$blob\":{\"a\":1}}")) {
            Pack pack = new Pack(MANY, null, JsonValue.parse(any), Map.of());
            pair.initiator().engine().send(pack);
            byte[] sent = pair.initiator().takeOutbound();
            assertThat(text(sent)).startsWith("{").endsWith("}\n").contains("AAAA");
            pair.acceptor().engine().receive(sent, 0, sent.length, 0);
            assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.Received(pack));
        }
    }

    /** A peer with newer schemas may send what nobody here knows; it is kept as text. */
    @Test
    void blobsCanStandInPlacesThatNobodyKnows() {
        MemoryPair pair = open(PackProtocol.INSTANCE);
        feed(pair, "#4\n\0\0\0\0\n#3\nabc\n" + LINE.formatted(",\"later\":[{\"$blob\":1}]"));
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.Received(
                                new Pack(
                                        FloatList.of(0),
                                        null,
                                        null,
                                        Map.of("later", JsonValue.parse("[\"YWJj\"]")))));
    }

    @Test
    void faultsAreToldAndCostTheirMessageOnly() {
        String zero = "#4\n\0\0\0\0\n";
        check(LINE.formatted(""), "INVALID_MESSAGE: $.floats: expected string, got object");
        check(
                "#3\nabc\n" + LINE.formatted(""),
                "INVALID_MESSAGE: $.floats: expected base64 of whole 4-byte numbers, got \"YWJj\"");
        check(
                zero + LINE.replace(":0", ":1").formatted(""),
                "MALFORMED: $blob must be an integer from 0 to 0, the number of a blob before the"
                        + " line");
        check(
                zero + LINE.replace(":0", ":-1").formatted(""),
                "MALFORMED: $blob must be an integer from 0 to 0, the number of a blob before the"
                        + " line");
        check(
                zero + LINE.replace(":0", ":0.5").formatted(""),
                "MALFORMED: $blob must be an integer from 0 to 0, the number of a blob before the"
                        + " line");
        check(
                zero + LINE.replace(":0", ":\"0\"").formatted(""),
                "MALFORMED: $blob must be an integer from 0 to 0, the number of a blob before the"
                        + " line");
        check(
                zero + LINE.formatted(",\"raw\":{\"$blob\":0}"),
                "MALFORMED: blob 0 has two places in its line");
        check(
                zero + LINE.formatted(",\"raw\":{\"\\u0024blob\":0}"),
                "MALFORMED: blob 0 has two places in its line");
        check(
                zero + LINE.formatted(",\"any\":{\"\\u0024blob\":0}"),
                "MALFORMED: blob 0 has two places in its line");
        check(zero + zero + LINE.formatted(""), "MALFORMED: blob 1 has no place in its line");
        check(zero + "{\"$blob\":0}\n", "MALFORMED: not a JSON object");
        check(zero + "[{\"$blob\":0}]\n", "MALFORMED: not a JSON object");
        check(zero + "\n", "MALFORMED: no line follows its blobs");
        check("#04\n", "MALFORMED: a blob starts with # and how many bytes it has, such as #4000");
        check("#4\nabcde\n", "MALFORMED: no newline follows the 4 bytes of a blob");
        check(
                "#1048576\n" + "x".repeat(1048576) + "\n" + LINE.formatted(""),
                "TOO_LONG: a line has at least 1048586 bytes, over the limit of 1048576: send less"
                        + " at once, or raise the limit");
    }

    @Test
    void theEndInsideOfABlobIsTold() {
        MemoryPair pair = open(PackProtocol.INSTANCE);
        feed(pair, "#400\nabc");
        pair.acceptor().engine().endOfInput(0);
        assertThat(pair.acceptor().takeEvents().get(0).toString())
                .contains("truncated: ", "after 8 bytes of it");
    }

    /** A message over the peer's limit is refused with its blobs, and nothing of it is sent. */
    @Test
    void theLimitIsThatOfAllTogether() {
        MemoryPair pair =
                new MemoryPair(java(), godot(PackProtocol.INSTANCE).withMaxFrame(1024)).open();
        pair.initiator()
                .engine()
                .send(new Pack(FloatList.of(new float[230]), null, null, Map.of()));
        assertThatThrownBy(
                        () ->
                                pair.initiator()
                                        .engine()
                                        .send(
                                                new Pack(
                                                        FloatList.of(new float[247]),
                                                        null,
                                                        null,
                                                        Map.of())))
                .isInstanceOf(SendException.class)
                .hasMessageContaining("has 1030 bytes");
        pair.acceptor().takeEvents();
        pair.deliver();
        assertThat(pair.acceptor().takeEvents()).hasSize(1);
    }

    /**
     * Both ways of reading, any damage, any cuts: the same events, and the next message is whole.
     */
    @Property(tries = 3000)
    void bothWaysAreOne(@ForAll Random random, @ForAll @IntRange(max = 4) int wounds) {
        MemoryPair pair = open(PackProtocol.INSTANCE);
        for (int i = 0; i < 3; i++) {
            pair.initiator().engine().send(pack(random));
        }
        byte[] stream = damaged(pair.initiator().takeOutbound(), wounds, random);
        MemoryPair trees = open(new PackProtocol.OfTrees());
        feedCut(pair, stream, random);
        feedCut(trees, stream, random);
        assertThat(text(pair.acceptor().takeOutbound()))
                .isEqualTo(text(trees.acceptor().takeOutbound()));
        assertThat(pair.acceptor().takeEvents().toString())
                .isEqualTo(trees.acceptor().takeEvents().toString());
        assertThat(pair.acceptor().engine().isClosed()).isFalse();
    }

    @Property
    void allPathsGiveTheSameMessage(@ForAll Random random) {
        Pack pack = pack(random);
        for (List<String> features : List.of(List.of("blobs"), List.<String>of())) {
            for (Protocol<Pack> protocol :
                    List.of(PackProtocol.INSTANCE, new PackProtocol.OfTrees())) {
                MemoryPair pair =
                        new MemoryPair(java().withFeatures(features), godot(protocol)).open();
                pair.acceptor().takeEvents();
                pair.initiator().engine().send(pack);
                pair.deliver(available -> 1 + random.nextInt(available));
                assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.Received(pack));
            }
        }
    }

    private static Pack pack(Random random) {
        float[] floats = new float[random.nextInt(200)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = random.nextFloat();
        }
        byte[] raw = new byte[random.nextInt(800)];
        random.nextBytes(raw);
        String any =
                List.of("1", "\"$blob\"", "{\"$blob\":0}", "{\"a\":[true]}").get(random.nextInt(4));
        return new Pack(
                FloatList.of(floats),
                random.nextBoolean() ? Bytes.of(raw) : null,
                random.nextInt(3) > 0 ? null : JsonValue.parse(any),
                random.nextBoolean() ? Map.of() : Map.of("more", JsonValue.parse(any)));
    }

    private static byte[] damaged(byte[] bytes, int wounds, Random random) {
        byte[] result = bytes;
        for (int i = 0; i < wounds && result.length > 0; i++) {
            int place = random.nextInt(result.length);
            byte[] head = Arrays.copyOf(result, place);
            byte[] tail = Arrays.copyOfRange(result, place, result.length);
            switch (random.nextInt(4)) {
                case 0 -> result = join(head, new byte[] {'\n'}, tail);
                case 1 ->
                        result = join(head, new byte[0], Arrays.copyOfRange(tail, 1, tail.length));
                case 2 -> result = join(head, "#1\n\0\n".getBytes(StandardCharsets.US_ASCII), tail);
                default -> result[place] = (byte) random.nextInt();
            }
        }
        return result;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static void check(String damaged, String problem) {
        for (Protocol<Pack> protocol : List.of(PackProtocol.INSTANCE, new PackProtocol.OfTrees())) {
            MemoryPair pair = open(protocol);
            feed(pair, damaged);
            assertThat(problems(pair)).containsExactly(problem);
            feed(pair, "{\"type\":\"pack\",\"floats\":\"\"}\n");
            assertThat(pair.acceptor().takeEvents())
                    .containsExactly(
                            new Event.Received(new Pack(FloatList.of(), null, null, Map.of())));
        }
    }

    private static List<String> problems(MemoryPair pair) {
        List<String> problems = new ArrayList<>();
        for (Event event : pair.acceptor().takeEvents()) {
            Problem problem = ((Event.ProblemEvent) event).problem();
            problems.add(problem.kind() + ": " + problem.text());
        }
        return problems;
    }

    private static void feed(MemoryPair pair, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        pair.acceptor().engine().receive(bytes, 0, bytes.length, 0);
    }

    private static void feedCut(MemoryPair pair, byte[] bytes, Random random) {
        int at = 0;
        while (at < bytes.length) {
            int length = 1 + random.nextInt(bytes.length - at);
            pair.acceptor().engine().receive(bytes, at, length, 0);
            at += length;
        }
    }

    private static MemoryPair open(Protocol<Pack> protocol) {
        MemoryPair pair = new MemoryPair(java(), godot(protocol)).open();
        pair.initiator().takeEvents();
        pair.acceptor().takeEvents();
        return pair;
    }

    private static EngineOptions java() {
        return EngineOptions.of(Role.INITIATOR, List.of(PackProtocol.INSTANCE));
    }

    private static EngineOptions godot(Protocol<Pack> protocol) {
        return EngineOptions.of(Role.ACCEPTOR, List.of(protocol)).withSide(Sender.GODOT);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
