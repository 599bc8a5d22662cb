package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.RejectCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has the token comes in, and nobody else, whatever they say. */
class EngineTokenTest {
    private static final String SECRET = "a token of the tests, 0123456789";
    private static final Token TOKEN = Token.of(SECRET);
    private static final String OTHERS = "the peers do not have the same token: give both the same";
    private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void bothProveThatTheyHaveTheTokenAndItNeverTravels() {
        MemoryPair pair = new MemoryPair(java(TOKEN), godot(TOKEN));
        List<String> said = converse(pair);
        assertThat(said).hasSize(4);
        assertThat(said.get(0)).contains("\"hello\"").contains("\"nonce\":\"");
        assertThat(said.get(1)).startsWith("{\"gdwire\":\"challenge\",\"nonce\":\"");
        assertThat(said.get(2)).startsWith("{\"gdwire\":\"proof\",\"mac\":\"");
        assertThat(said.get(3)).contains("\"welcome\"").contains("\"proof\":\"");
        assertThat(String.join("", said)).doesNotContain(SECRET.substring(0, 8));
        assertThat(pair.initiator().takeEvents()).singleElement().isInstanceOf(Event.Opened.class);
        assertThat(pair.acceptor().takeEvents()).singleElement().isInstanceOf(Event.Opened.class);
    }

    @Test
    void theProofsAreThoseThatAnotherProgramComputes() {
        MemoryPair.End acceptor = acceptor(godot(TOKEN));
        String challenge = say(acceptor, hello(NONCE));
        String mac = Hmac.of(SECRET, "initiator", NONCE, Hmac.nonceOf(challenge));
        String welcome = say(acceptor, proof(mac));
        assertThat(welcome)
                .contains(
                        "\"proof\":\""
                                + Hmac.of(SECRET, "acceptor", NONCE, Hmac.nonceOf(challenge))
                                + '"');
        assertThat(acceptor.takeEvents()).singleElement().isInstanceOf(Event.Opened.class);
    }

    @Test
    void messagesTravelAfterwardsInThePacketOfTheProofToo() {
        MemoryPair.End acceptor = acceptor(godot(TOKEN));
        String challenge = say(acceptor, hello(NONCE));
        String mac = Hmac.of(SECRET, "initiator", NONCE, Hmac.nonceOf(challenge));
        say(acceptor, proof(mac) + "{\"type\":\"say\",\"text\":\"x\"}\n");
        assertThat(acceptor.takeEvents()).endsWith(new Event.Received(new Toy.Say("x")));
    }

    @Test
    void anotherTokenIsRefused() {
        MemoryPair pair =
                new MemoryPair(java(Token.of("another token of tests")), godot(TOKEN)).open();
        assertThat(pair.acceptor().takeEvents()).containsExactly(refused(OTHERS));
        assertThat(pair.initiator().takeEvents()).containsExactly(rejected(OTHERS));
    }

    @Test
    void aPeerWithoutATokenHearsThatOneIsAskedForAndNothingElse() {
        MemoryPair pair = new MemoryPair(java(null), godot(TOKEN)).open();
        String text =
                "this side asks for a token, and the peer that connected has none: give it the same"
                        + " token";
        assertThat(pair.acceptor().takeEvents()).containsExactly(refused(text));
        assertThat(pair.initiator().takeEvents()).containsExactly(rejected(text));
    }

    @Test
    void aServerWithoutATokenIsRefusedByAClientThatHasOne() {
        MemoryPair pair = new MemoryPair(java(TOKEN), godot(null)).open();
        String text =
                "the peer that listens asked for no proof of the token: give it the same token, or"
                        + " check the port";
        assertThat(pair.initiator().takeEvents()).containsExactly(refused(text));
        assertThat(pair.acceptor().takeEvents()).endsWith(rejected(text));
    }

    @Test
    void whoIsChallengedWithoutAnyTokenSaysSo() {
        MemoryPair.End initiator = initiator(java(null));
        String said = say(initiator, "{\"gdwire\":\"challenge\",\"nonce\":\"" + NONCE + "\"}\n");
        String text =
                "the peer that listens asks for a token, and this side has none: give this side the"
                        + " same token";
        assertThat(said).isEqualTo(reject("unauthorized", text));
        assertThat(initiator.takeEvents()).containsExactly(refused(text));
    }

    @Test
    void beforeTheProofTheHelloIsNotLookedAtAndNothingIsRevealed() {
        String foreign =
                "{\"gdwire\":\"hello\",\"wire\":9,\"protocols\":7,\"nonce\":\"" + NONCE + "\"}\n";
        MemoryPair.End acceptor = acceptor(godot(TOKEN));
        String challenge = say(acceptor, foreign);
        assertThat(challenge)
                .matches("\\{\"gdwire\":\"challenge\",\"nonce\":\"[A-Za-z0-9+/=]{44}\"}\n");
        say(acceptor, proof(Hmac.of(SECRET, "initiator", NONCE, Hmac.nonceOf(challenge))));
        assertThat(acceptor.takeEvents())
                .containsExactly(
                        refused(
                                "one side speaks wire version 1, the other 9: use the same version"
                                        + " of Gdwire on both",
                                RejectCode.WIRE_VERSION));
        List<String> others =
                List.of(
                        hello(NONCE).replace("\"toy\"", "\"chess\""),
                        hello(NONCE).replace("\"1.0\"", "\"2.0\""),
                        "{\"gdwire\":\"hello\",\"nonce\":\"" + NONCE + "\"}\n");
        assertThat(others)
                .allSatisfy(
                        hello -> {
                            MemoryPair.End end = acceptor(godot(TOKEN));
                            assertThat(say(end, hello)).contains("\"challenge\"");
                            assertThat(say(end, proof("no")))
                                    .isEqualTo(reject("unauthorized", OTHERS));
                        });
    }

    @Test
    void aHelloThatIsNestedAsDeepAsALineMayBeIsNoTrouble() {
        String deep = "[".repeat(1000) + "]".repeat(1000);
        MemoryPair.End acceptor = acceptor(godot(TOKEN));
        String challenge = say(acceptor, hello(NONCE).replace("}\n", ",\"x\":" + deep + "}\n"));
        say(acceptor, proof(Hmac.of(SECRET, "initiator", NONCE, Hmac.nonceOf(challenge))));
        assertThat(acceptor.takeEvents()).singleElement().isInstanceOf(Event.Opened.class);
    }

    @Test
    void whatIsNoNonceIsRefused() {
        String text = "hello: its nonce is no text of 16 to 128 characters in base64";
        for (String nonce :
                List.of("short", "x".repeat(129), "AAAAAAAAAAAAAAAA\\nAAAA", "AAAAAAAAAAAAAAAA ")) {
            assertThat(say(acceptor(godot(TOKEN)), hello(nonce)))
                    .isEqualTo(reject("unauthorized", text));
            assertThat(
                            say(
                                    initiator(java(TOKEN)),
                                    "{\"gdwire\":\"challenge\",\"nonce\":\"" + nonce + "\"}\n"))
                    .isEqualTo(reject("unauthorized", text.replace("hello", "challenge")));
        }
    }

    @Test
    void theAcceptorTakesNothingOutOfTurn() {
        String first =
                "the first line is no hello of a Gdwire peer, and this side takes no others: it"
                        + " asks for a token";
        for (String line :
                List.of(
                        proof("x"),
                        welcome("x"),
                        "{\"gdwire\":\"ping\",\"nonce\":1}",
                        "{}",
                        SECRET)) {
            assertThat(say(acceptor(godot(TOKEN)), line + "\n"))
                    .as(line)
                    .isEqualTo(reject("not_a_hello", first));
        }
        String second = "after the challenge comes its proof, and nothing else before it";
        for (String line : List.of(hello(NONCE), welcome("x"), "{\"type\":\"say\"}", SECRET)) {
            MemoryPair.End acceptor = acceptor(godot(TOKEN));
            say(acceptor, hello(NONCE));
            assertThat(say(acceptor, line + "\n"))
                    .as(line)
                    .isEqualTo(reject("unauthorized", second));
            assertThat(acceptor.takeEvents()).containsExactly(refused(second));
        }
    }

    @Test
    void theInitiatorTakesNothingOutOfTurn() {
        String challenge = "{\"gdwire\":\"challenge\",\"nonce\":\"" + NONCE + "\"}\n";
        for (String line : List.of(hello(NONCE), proof("x"), "{}", SECRET)) {
            assertThat(say(initiator(java(TOKEN)), line + "\n"))
                    .as(line)
                    .isEqualTo(
                            reject(
                                    "not_a_hello",
                                    "the first line is neither challenge nor welcome of a Gdwire"
                                            + " peer: check the port"));
        }
        for (String line : List.of(challenge, proof("x"), "{\"type\":\"say\"}", SECRET)) {
            MemoryPair.End initiator = initiator(java(TOKEN));
            assertThat(say(initiator, challenge)).contains("\"proof\"");
            assertThat(say(initiator, line + "\n"))
                    .as(line)
                    .isEqualTo(
                            reject(
                                    "unauthorized",
                                    "after the proof comes the welcome, and nothing else before"
                                            + " it"));
        }
        for (String welcome : List.of(welcome("x"), RawPeer.HELLO.replace("hello", "welcome"))) {
            MemoryPair.End initiator = initiator(java(TOKEN));
            say(initiator, challenge);
            assertThat(say(initiator, welcome)).isEqualTo(reject("unauthorized", OTHERS));
            assertThat(initiator.takeEvents()).containsExactly(refused(OTHERS));
        }
    }

    @Test
    void aSecondProofIsAnErrorAndNothingMore() {
        MemoryPair pair = new MemoryPair(java(TOKEN), godot(TOKEN)).open();
        pair.acceptor().takeEvents();
        pair.initiator().inject(bytes(proof("x")));
        pair.move(pair.initiator(), pair.acceptor(), all -> all);
        assertThat(pair.acceptor().takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.ProblemEvent.class,
                        event ->
                                assertThat(event.problem().text())
                                        .isEqualTo("a proof after the handshake"));
    }

    @Test
    void aPeerThatGivesUpBeforeItsProofIsHeard() {
        MemoryPair.End acceptor = acceptor(godot(TOKEN));
        say(acceptor, hello(NONCE));
        assertThat(say(acceptor, reject("unauthorized", "no token here"))).isEmpty();
        assertThat(acceptor.takeEvents()).containsExactly(rejected("no token here"));
    }

    @Test
    void theDeadlineIsForTheProofToo() {
        MemoryPair pair = new MemoryPair(java(TOKEN), godot(TOKEN));
        pair.acceptor().engine().start(0);
        say(pair.acceptor(), hello(NONCE));
        pair.pass(Duration.ofSeconds(10));
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        refused("the handshake was not done within 10000 ms", RejectCode.TOO_LATE));
    }

    @Test
    void aTokenAndPlainModeAreRefusedAsASetting() {
        for (PlainMode mode : List.of(PlainMode.ALLOWED, PlainMode.PLAIN, PlainMode.PACED)) {
            assertThatThrownBy(() -> godot(TOKEN).withPlain(mode))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "A plain peer has no way to prove that it has a token, so plain mode"
                                    + " would let in everybody: use the token or plain mode, not"
                                    + " both.");
            assertThatThrownBy(() -> godot(null).withPlain(mode).withToken(TOKEN))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLineOverSixteenKibibytesBeforeTheHandshakeIsDoneIsRefused() {
        String text =
                "the first line has more than 16384 bytes, the most that it may have here: check"
                        + " what connects to this port";
        for (Token token : new Token[] {null, TOKEN}) {
            MemoryPair.End acceptor = acceptor(godot(token));
            assertThat(say(acceptor, "x".repeat(16 * 1024))).isEmpty();
            assertThat(acceptor.takeEvents()).isEmpty();
            assertThat(say(acceptor, "x")).isEqualTo(reject("not_a_hello", text));
            assertThat(acceptor.takeEvents())
                    .containsExactly(refused(text, RejectCode.NOT_A_HELLO));
            MemoryPair.End initiator = initiator(java(token));
            assertThat(say(initiator, "x".repeat(16 * 1024 + 1)))
                    .isEqualTo(reject("not_a_hello", text));
        }
    }

    @Test
    void afterTheHandshakeLinesMayBeAsLongAsEver() {
        MemoryPair pair = new MemoryPair(java(TOKEN), godot(TOKEN)).open();
        Toy.Say longOne = new Toy.Say("x".repeat(500_000));
        pair.initiator().engine().send(longOne);
        pair.acceptor().engine().send(longOne);
        pair.deliver(all -> 10_000);
        assertThat(pair.acceptor().takeEvents()).endsWith(new Event.Received(longOne));
        assertThat(pair.initiator().takeEvents()).endsWith(new Event.Received(longOne));
    }

    @Test
    void nobodyIsShownTheToken() {
        assertThat(java(TOKEN).toString()).contains("a token").doesNotContain(SECRET);
        assertThat(TOKEN).hasToString("a token").isEqualTo(Token.of(SECRET));
        assertThatThrownBy(() -> Token.of("a short secret"))
                .hasMessageContaining("at least 16 bytes, this one has 14")
                .hasMessageNotContaining("secret");
        assertThat(Token.random()).hasSize(44).isNotEqualTo(Token.random());
    }

    /** All lines of a handshake, in their order. */
    private static List<String> converse(MemoryPair pair) {
        pair.initiator().engine().start(0);
        pair.acceptor().engine().start(0);
        List<String> said = new ArrayList<>();
        MemoryPair.End from = pair.initiator();
        MemoryPair.End to = pair.acceptor();
        for (byte[] line = from.takeOutbound(); line.length > 0; line = from.takeOutbound()) {
            said.add(new String(line, StandardCharsets.UTF_8));
            to.engine().receive(line, 0, line.length, 0);
            MemoryPair.End next = to;
            to = from;
            from = next;
        }
        return said;
    }

    private static MemoryPair.End acceptor(EngineOptions options) {
        MemoryPair.End end = new MemoryPair(java(null), options).acceptor();
        end.engine().start(0);
        return end;
    }

    private static MemoryPair.End initiator(EngineOptions options) {
        MemoryPair.End end = new MemoryPair(options, godot(null)).initiator();
        end.engine().start(0);
        end.takeOutbound();
        return end;
    }

    /** What an end answers to some bytes. */
    private static String say(MemoryPair.End end, String text) {
        byte[] bytes = bytes(text);
        end.engine().receive(bytes, 0, bytes.length, 0);
        return new String(end.takeOutbound(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hello(String nonce) {
        return RawPeer.HELLO.replace("}\n", ",\"nonce\":\"" + nonce + "\"}\n");
    }

    private static String welcome(String proof) {
        return RawPeer.HELLO
                .replace("hello", "welcome")
                .replace("}\n", ",\"proof\":\"" + proof + "\"}\n");
    }

    private static String proof(String mac) {
        return "{\"gdwire\":\"proof\",\"mac\":\"" + mac + "\"}\n";
    }

    private static String reject(String code, String text) {
        return "{\"gdwire\":\"reject\",\"code\":\"" + code + "\",\"message\":\"" + text + "\"}\n";
    }

    private static Event refused(String text) {
        return refused(text, RejectCode.UNAUTHORIZED);
    }

    private static Event refused(String text, RejectCode code) {
        return new Event.Closed(new CloseReason(CloseReason.Kind.REFUSED, text, code));
    }

    private static Event rejected(String text) {
        return new Event.Closed(
                new CloseReason(
                        CloseReason.Kind.REJECTED,
                        "unauthorized: " + text,
                        RejectCode.UNAUTHORIZED));
    }

    private static EngineOptions java(Token token) {
        return EngineOptions.of(Role.INITIATOR, protocols()).withToken(token);
    }

    private static EngineOptions godot(Token token) {
        return EngineOptions.of(Role.ACCEPTOR, protocols()).withSide(Sender.GODOT).withToken(token);
    }

    private static List<Protocol<?>> protocols() {
        return List.of(ToyProtocol.TOY);
    }
}
