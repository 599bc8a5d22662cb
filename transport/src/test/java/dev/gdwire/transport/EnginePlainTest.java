package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.core.RejectCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EnginePlainTest {
    private static final EngineOptions ALLOWED =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withPlain(PlainMode.ALLOWED);

    @Test
    void plainPeersTalkInObjects() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().engine().sendPlain(object("hello", "wörld"), 0);
        pair.initiator().engine().sendPlain(object("hello", "again"), 0);
        pair.deliver(available -> 1);
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.PlainOpened(),
                        new Event.PlainReceived(object("hello", "wörld")),
                        new Event.PlainReceived(object("hello", "again")));
        pair.acceptor().engine().sendPlain(object("bye", "x"), 0);
        pair.deliver();
        assertThat(pair.initiator().takeEvents())
                .containsExactly(
                        new Event.PlainOpened(), new Event.PlainReceived(object("bye", "x")));
    }

    @Test
    void pacedPeerGetsOneLineForEachOfItsOwn() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PACED), ALLOWED).open();
        for (int i = 0; i < 3; i++) {
            pair.initiator().engine().sendPlain(object("n", "" + i), 0);
        }
        assertThat(text(pair.initiator().takeOutbound())).isEqualTo("{\"n\":\"0\"}\n");
        pair.acceptor().inject("{}\n".getBytes(StandardCharsets.UTF_8));
        pair.move(pair.acceptor(), pair.initiator(), available -> available);
        assertThat(text(pair.initiator().takeOutbound())).isEqualTo("{\"n\":\"1\"}\n");
        pair.initiator().takeEvents();
        pair.initiator().engine().close(0);
        assertThat(pair.initiator().takeEvents())
                .first()
                .isEqualTo(
                        new Event.ProblemEvent(
                                Problem.of(
                                        ProblemKind.NOT_SENT,
                                        "1 lines that waited for the paced peer were never sent")));
    }

    @Test
    void badLinesStayLocalAndTheNextOneCounts() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().inject("nonsense\n[]\n{\"a\":1}\n".getBytes(StandardCharsets.UTF_8));
        pair.deliver();
        List<Event> events = pair.acceptor().takeEvents();
        assertThat(events).hasSize(4);
        assertThat(events.get(3)).isInstanceOf(Event.PlainReceived.class);
        assertThat(pair.initiator().takeEvents()).containsExactly(new Event.PlainOpened());
    }

    @Test
    void silentPeerIsPlainWhenTheDeadlinePassesAndCanBeSpokenTo() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().inject(bytes("\n\r\n"));
        pair.deliver();
        pair.pass(Duration.ofMillis(9_999));
        assertThat(pair.acceptor().takeEvents()).as("empty lines say nothing").isEmpty();
        pair.pass(Duration.ofMillis(1));
        assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.PlainOpened());
        pair.acceptor().engine().sendPlain(object("your", "turn"), pair.now());
        pair.initiator().engine().sendPlain(object("hello", "world"), pair.now());
        pair.deliver();
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(new Event.PlainReceived(object("hello", "world")));
        assertThat(pair.initiator().takeEvents())
                .endsWith(new Event.PlainReceived(object("your", "turn")));
        pair.pass(Duration.ofMinutes(1));
        assertThat(pair.acceptor().takeEvents()).isEmpty();
    }

    @Test
    void halfALineAtTheDeadlineIsTooLate() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().inject(bytes("{\"hello\":"));
        pair.deliver();
        pair.pass(Duration.ofSeconds(10));
        String text = "the first line was not whole within 10000 ms: end each line with a newline";
        assertThat(pair.acceptor().takeEvents()).containsExactly(refused(text));
        assertThat(text(pair.acceptor().takeOutbound()))
                .isEqualTo(
                        "{\"gdwire\":\"reject\",\"code\":\"too_late\",\"message\":\""
                                + text
                                + "\"}\n");
    }

    @Test
    void helloAfterTheDeadlineIsTooLateAndNoPlainObject() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.pass(Duration.ofSeconds(10));
        pair.initiator().inject(bytes("{\"gdwire\":\"hello\",\"wire\":1}\n"));
        pair.deliver();
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.PlainOpened(),
                        refused(
                                "the hello came after more than 10000 ms, when the peer counted as"
                                        + " plain already: say hello at once"));
    }

    @Test
    void onlyTheFirstLineOfASilentPeerCanBeAHello() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.pass(Duration.ofSeconds(10));
        pair.initiator().inject(bytes("{}\n{\"gdwire\":\"hello\"}\n"));
        pair.deliver();
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.PlainOpened(),
                        new Event.PlainReceived(JsonNodeFactory.instance.objectNode()),
                        new Event.PlainReceived(object("gdwire", "hello")));
    }

    @Test
    void aFirstLineOfABrowserEndsTheConnection() {
        String request = "POST /x?a=b HTTP/1.1\r\nHost: localhost\r\n\r\n{\"n\":1}\n";
        String text =
                "the first line is an HTTP request (POST /x?a=b HTTP/1.1), perhaps of a web page in"
                    + " a browser, and nothing of it is read: a program without Gdwire sends one"
                    + " JSON object a line";
        for (String first : List.of("", "\r\n\n")) {
            for (Duration wait : List.of(Duration.ZERO, Duration.ofSeconds(10))) {
                MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
                pair.pass(wait);
                pair.initiator().inject(bytes(first + request));
                pair.deliver(available -> 1);
                assertThat(pair.acceptor().takeEvents())
                        .filteredOn(event -> !event.equals(new Event.PlainOpened()))
                        .containsExactly(refused(text, RejectCode.NOT_A_HELLO));
            }
        }
    }

    @Test
    void aFirstLineThatIsNoTextOrTooLongEndsTheConnection() {
        String binary =
                "the first line is no text but a binary protocol, perhaps of a web page in a"
                        + " browser, and nothing of it is read: a program without Gdwire sends one"
                        + " JSON object a line";
        assertThat(firstLine("\u0005\u0001\u0000\n{\"n\":1}\n"))
                .containsExactly(refused(binary, RejectCode.NOT_A_HELLO));
        String tls =
                "the peer speaks TLS here: one side uses TLS, the other does not; give TLS to"
                        + " both, or to none";
        // A browser's TLS carries tickets that a web page's server chose.
        assertThat(firstLine("\u0016\u0003\u0001\n{\"n\":1}\n"))
                .containsExactly(refused(tls, RejectCode.NOT_A_HELLO));
        String tooLong =
                "the first line has more than 1048576 bytes, the most that it may have here: check"
                        + " what connects to this port";
        assertThat(firstLine("GET /" + "x".repeat(1 << 20) + " HTTP/1.1\r\n\r\n{\"n\":1}\n"))
                .containsExactly(refused(tooLong, RejectCode.NOT_A_HELLO));
    }

    @Test
    void laterLinesOfAPlainPeerMayBeAnything() {
        List<Event> events = firstLine("{}\nGET / HTTP/1.1\n\u0016\n{\"n\":\"1\"}\n");
        assertThat(events).hasSize(5).endsWith(new Event.PlainReceived(object("n", "1")));
        for (String first :
                List.of("{\"url\":\"GET / HTTP/1.1\"}", "{\t\"a\":1}", "GET / HTTP", "x")) {
            assertThat(firstLine(first + "\n")).first().isEqualTo(new Event.PlainOpened());
        }
    }

    @Test
    void aFirstLineThatIsTooLongEndsTheConnectionAfterASilenceToo() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.pass(Duration.ofSeconds(10));
        pair.initiator().inject(bytes("GET /" + "x".repeat(1 << 20) + " HTTP/1.1\n\n{\"n\":1}\n"));
        pair.deliver();
        List<Event> events = pair.acceptor().takeEvents();
        assertThat(events).hasSize(2).startsWith(new Event.PlainOpened());
        assertThat(events.get(1).toString()).contains("the first line has more than 1048576 bytes");
    }

    private static List<Event> firstLine(String text) {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        pair.initiator().inject(bytes(text));
        pair.deliver();
        return pair.acceptor().takeEvents();
    }

    @Test
    void typedMessagesCannotBeSentToAPlainPeer() {
        MemoryPair pair = new MemoryPair(plain(PlainMode.PLAIN), ALLOWED).open();
        assertThatThrownBy(() -> pair.initiator().engine().send(new Toy.Say("x")))
                .hasMessage("The peer is plain: it takes JSON objects only.");
    }

    private static EngineOptions plain(PlainMode mode) {
        return EngineOptions.of(Role.INITIATOR, List.of()).withPlain(mode);
    }

    private static Event refused(String text) {
        return refused(text, RejectCode.TOO_LATE);
    }

    private static Event refused(String text, RejectCode code) {
        return new Event.Closed(new CloseReason(CloseReason.Kind.REFUSED, text, code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
