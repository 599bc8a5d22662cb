package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.Challenge;
import dev.gdwire.protocol.core.CoreProtocol;
import dev.gdwire.protocol.core.Offer;
import dev.gdwire.protocol.core.Proof;
import dev.gdwire.protocol.core.Welcome;
import dev.gdwire.protocol.json.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Attackers without the token, who see and send whatever they like. */
class EngineTokenPropertyTest {
    private static final String SECRET = "a token of the tests, 0123456789";

    @Property(tries = 2000)
    void whateverIsSaidWithoutTheTokenNeverOpensAConnection(
            @ForAll Role role,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 9) Integer> lines,
            @ForAll Random random) {
        MemoryPair pair = pair(random.nextLong());
        MemoryPair.End victim = role == Role.ACCEPTOR ? pair.acceptor() : pair.initiator();
        victim.engine().start(0);
        StringBuilder heard = new StringBuilder(text(victim.takeOutbound()));
        List<Event> events = new ArrayList<>();
        for (int line : lines) {
            byte[] bytes = bytes(line(line, heard.toString(), random));
            victim.engine().receive(bytes, 0, bytes.length, 0);
            heard.append(text(victim.takeOutbound()));
            events.addAll(victim.takeEvents());
        }
        assertThat(events).noneMatch(Event.Opened.class::isInstance);
        assertThat(events).noneMatch(Event.PlainOpened.class::isInstance);
        assertThat(heard + events.toString()).doesNotContain(SECRET);
        if (role == Role.ACCEPTOR) {
            assertThat(heard.toString()).doesNotContain("toy").doesNotContain("gdwire-java");
        }
    }

    /** A line that an attacker may try, made of what was heard where that helps. */
    private static String line(int kind, String heard, Random random) {
        String nonce = last(heard, "\"nonce\":\"", nonce(random));
        String mac = last(heard, "\"mac\":\"", nonce(random));
        String known = random.nextBoolean() ? nonce : nonce(random);
        return switch (kind) {
            case 0 -> RawPeer.HELLO;
            case 1 -> RawPeer.HELLO.replace("}\n", ",\"nonce\":\"" + known + "\"}\n");
            case 2 -> line(CoreProtocol.INSTANCE.encode(new Challenge(known)));
            case 3 -> line(CoreProtocol.INSTANCE.encode(new Proof(mac)));
            case 4 -> line(CoreProtocol.INSTANCE.encode(new Proof(forged(nonce, random))));
            case 5 -> welcome(mac);
            case 6 -> welcome(forged(nonce, random));
            case 7 -> RawPeer.HELLO.replace("hello", "welcome");
            case 8 -> "{\"type\":\"say\",\"text\":\"x\"}\n";
            default -> garbage(random);
        };
    }

    /** The proof that somebody without the token would give: with an empty or a guessed one. */
    private static String forged(String nonce, Random random) {
        String guess = random.nextBoolean() ? "" : "another token of tests";
        String role = random.nextBoolean() ? "initiator" : "acceptor";
        return Hmac.of(guess, role, nonce, nonce);
    }

    private static String welcome(String proof) {
        List<Offer> offers = List.of(new Offer("toy", "1.0", "digest-a"));
        return line(
                CoreProtocol.INSTANCE.encode(
                        Welcome.of(1, "x", offers, List.of(), 65536).withProof(proof)));
    }

    private static String garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1) + "\n";
    }

    @Example
    void everyEngineHasNoncesOfItsOwn() {
        EngineOptions options = EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY));
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Heard heard = new Heard();
            new Engine(options.withToken(Token.of(SECRET)), heard).start(0);
            nonces.add(last(text(heard.lines.toByteArray()), "\"nonce\":\"", ""));
        }
        assertThat(nonces).hasSize(100).allMatch(nonce -> nonce.length() == 44);
    }

    /** What an engine says. */
    private static final class Heard implements EngineOutput {
        private final JsonOutput lines = new JsonOutput();

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

    @Property(tries = 300)
    void aRecordedHandshakeIsWorthNothingOnAnotherConnection(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 1) int side) {
        MemoryPair recorded = pair(seed);
        byte[][] said = new byte[2][];
        recorded.initiator().engine().start(0);
        recorded.acceptor().engine().start(0);
        said[0] = recorded.initiator().takeOutbound();
        feed(recorded.acceptor(), said[0]);
        said[1] = recorded.acceptor().takeOutbound();
        feed(recorded.initiator(), said[1]);
        byte[] proof = recorded.initiator().takeOutbound();
        said[0] = join(said[0], proof);
        feed(recorded.acceptor(), proof);
        said[1] = join(said[1], recorded.acceptor().takeOutbound());
        assertThat(recorded.acceptor().takeEvents()).hasOnlyElementsOfType(Event.Opened.class);

        MemoryPair fresh = pair(seed + 1);
        MemoryPair.End victim = side == 0 ? fresh.acceptor() : fresh.initiator();
        victim.engine().start(0);
        feed(victim, said[side]);
        assertThat(victim.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.Closed.class,
                        end -> assertThat(end.reason().text()).contains("the same token"));
    }

    @Property(tries = 300)
    void whatOneSideProvesDoesNotProveTheOther(@ForAll long seed) {
        MemoryPair.End victim = pair(seed).initiator();
        victim.engine().start(0);
        String nonce = last(text(victim.takeOutbound()), "\"nonce\":\"", "");
        feed(victim, bytes(line(CoreProtocol.INSTANCE.encode(new Challenge(nonce)))));
        String mac = last(text(victim.takeOutbound()), "\"mac\":\"", "");
        assertThat(mac).isEqualTo(Hmac.of(SECRET, "initiator", nonce, nonce));
        feed(victim, bytes(welcome(mac)));
        assertThat(victim.takeEvents()).singleElement().isInstanceOf(Event.Closed.class);
    }

    @Property(tries = 1000)
    void anyOtherByteOfNonceOrProofIsRefused(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int message,
            @ForAll @IntRange(min = 0, max = 43) int place,
            @ForAll @IntRange(min = 0, max = 63) int other) {
        MemoryPair pair = pair(seed);
        pair.initiator().engine().start(0);
        pair.acceptor().engine().start(0);
        String[] keys = {"\"nonce\":\"", "\"nonce\":\"", "\"mac\":\"", "\"proof\":\""};
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MemoryPair.End from = i % 2 == 0 ? pair.initiator() : pair.acceptor();
            MemoryPair.End to = i % 2 == 0 ? pair.acceptor() : pair.initiator();
            String said = text(from.takeOutbound());
            feed(to, bytes(i == message ? changed(said, keys[i], place, other) : said));
            // An acceptor whose welcome was changed on its way has opened: the other has not.
            events.addAll(
                    message == 3 ? pair.initiator().takeEvents() : pair.acceptor().takeEvents());
            if (events.stream().anyMatch(Event.Closed.class::isInstance)) {
                break;
            }
        }
        assertThat(events).singleElement().isInstanceOf(Event.Closed.class);
    }

    private static String changed(String said, String key, int place, int other) {
        int at = said.indexOf(key) + key.length() + place;
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char next = digits.charAt(other);
        char replacement = next == said.charAt(at) ? digits.charAt((other + 1) % 64) : next;
        return said.substring(0, at) + replacement + said.substring(at + 1);
    }

    private static MemoryPair pair(long seed) {
        Token token = Token.of(SECRET);
        EngineOptions options = EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY));
        return new MemoryPair(
                options.withToken(token),
                EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                        .withSide(Sender.GODOT)
                        .withToken(token),
                seed);
    }

    private static void feed(MemoryPair.End end, byte[] bytes) {
        end.engine().receive(bytes, 0, bytes.length, 0);
    }

    /** The text behind the last key in what was heard. */
    private static String last(String heard, String key, String otherwise) {
        int at = heard.lastIndexOf(key);
        int start = at + key.length();
        return at < 0 ? otherwise : heard.substring(start, heard.indexOf('"', start));
    }

    private static String nonce(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String line(byte[] json) {
        return text(json) + "\n";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
