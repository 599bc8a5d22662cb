package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineConversationTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MemoryPair pair =
            new MemoryPair(
                    EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)),
                    EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                            .withSide(Sender.GODOT)
                            .withMaxFrame(1024));
    private final MemoryPair.End java = pair.initiator();
    private final MemoryPair.End godot = pair.acceptor();
    private final List<Outcome> outcomes = new ArrayList<>();

    @BeforeEach
    void open() {
        pair.open();
        java.takeEvents();
        godot.takeEvents();
    }

    @Test
    void messagesArriveInOrder() {
        java.engine().send(new Toy.Say("one"));
        java.engine().send(new Toy.Show("zwei, deux €"));
        pair.deliver(available -> 1);
        assertThat(godot.takeEvents())
                .containsExactly(
                        new Event.Received(new Toy.Say("one")),
                        new Event.Received(new Toy.Show("zwei, deux €")));
    }

    @Test
    void requestIsRepliedTo() {
        long id = ask(7);
        assertThat(godot.takeEvents())
                .containsExactly(new Event.RequestReceived(id, new Toy.Ask(7)));
        godot.engine().reply(id, new Toy.Answer(8), 0);
        pair.deliver();
        assertThat(outcomes).containsExactly(new Outcome.Reply(new Toy.Answer(8)));
        assertThat(java.takeEvents()).isEmpty();
        assertThatThrownBy(() -> godot.engine().reply(id, new Toy.Answer(9), 0))
                .hasMessage("Request 1 is not open: each is answered once.");
    }

    @Test
    void replyMustBeTheOneOfTheSchema() {
        long id = ask(7);
        assertThatThrownBy(() -> godot.engine().reply(id, new Toy.Moved(1), 0))
                .hasMessage("Request 1 is to be answered with answer, not with moved.");
    }

    @Test
    void requestFailsAtThePeer() {
        long id = ask(7);
        godot.engine().fail(id, ErrorCode.NO_HANDLER, "nobody answers ask", 0);
        pair.deliver();
        assertThat(outcomes)
                .containsExactly(
                        new Outcome.RemoteError(ErrorCode.NO_HANDLER, "nobody answers ask", null));
    }

    @Test
    void requestRunsOutOfTimeAndItsLateAnswerIsAProblem() {
        long id = ask(7);
        pair.pass(SECOND);
        assertThat(outcomes).containsExactly(new Outcome.TimedOut());
        godot.engine().reply(id, new Toy.Answer(8), pair.now());
        pair.deliver();
        assertThat(outcomes).hasSize(1);
        assertThat(problems(java))
                .containsExactly(
                        "unexpected: answer: request 1 has ended already: the answer is late");
    }

    @Test
    void requestIsCancelledOnce() {
        long id = ask(7);
        assertThat(java.engine().cancel(id)).isTrue();
        assertThat(java.engine().cancel(id)).isFalse();
        assertThat(outcomes).containsExactly(new Outcome.Cancelled());
    }

    @Test
    void requestsEndWithTheConnection() {
        ask(7);
        ask(8);
        java.engine().endOfInput(0);
        CloseReason reason =
                CloseReason.of(CloseReason.Kind.REMOTE, "the peer closed the connection");
        assertThat(outcomes).containsExactly(new Outcome.Ended(reason), new Outcome.Ended(reason));
        assertThat(java.takeEvents()).containsExactly(new Event.Closed(reason));
        assertThatThrownBy(() -> java.engine().send(new Toy.Say("x")))
                .isInstanceOf(ConnectionClosedException.class)
                .hasMessage("The connection has ended: the peer closed the connection");
    }

    @Test
    void replyThatDoesNotFitItsSchemaEndsTheRequest() {
        ask(7);
        toJava("{\"type\":\"answer\",\"n\":\"x\",\"$re\":1}");
        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.BadReply.class,
                        bad ->
                                assertThat(bad.problem().text())
                                        .isEqualTo("$.n: expected integer, got string"));
    }

    @Test
    void invalidMessageIsReportedOnBothSides() {
        toGodot("{\"n\":\"x\",\"type\":\"ask\"}");
        assertThat(godot.takeEvents())
                .containsExactly(
                        new Event.ProblemEvent(
                                new Problem(
                                        ProblemKind.INVALID_MESSAGE,
                                        "$.n: expected integer, got string",
                                        "ask",
                                        "$.n",
                                        "{\"n\":\"x\",\"type\":\"ask\"}",
                                        null,
                                        null)));
        assertThat(problems(java))
                .containsExactly(
                        "remote_error: the peer could not use a line: invalid_message: $.n:"
                                + " expected integer, got string");
    }

    @Test
    void brokenRequestIsAnsweredWithItsId() {
        toGodot("{\"type\":\"ask\",\"$id\":5.0}");
        assertThat(problems(java))
                .containsExactly(
                        "unexpected: request 5 was never made; it says invalid_message: $.n:"
                            + " expected integer, got nothing (line:"
                            + " {\"gdwire\":\"error\",\"code\":\"invalid_message\",\"message\":\"$.n:"
                            + " expected integer, got...)");
    }

    @Test
    void everyKindOfBadLineHasItsWords() {
        toGodot("nonsense");
        toGodot("[1]");
        toGodot("{\"type\":\"say\",\"type\":\"say\",\"text\":\"x\"}");
        toGodot("{\"type\":\"fly\"}");
        toGodot("{\"kind\":\"say\"}");
        toGodot("{\"type\":\"moved\",\"n\":1}");
        toGodot("{\"type\":\"say\",\"text\":\"x\",\"$id\":1}");
        toGodot("{\"type\":\"say\",\"text\":\"x\",\"$id\":0}");
        toGodot("{\"gdwire\":\"hello\"}");
        toGodot("x".repeat(1025));
        List<Event> events = godot.takeEvents();
        List<String> texts = new ArrayList<>();
        for (Event event : events) {
            Problem problem =
                    event instanceof Event.Unknown unknown
                            ? unknown.problem()
                            : ((Event.ProblemEvent) event).problem();
            texts.add(problem.kind() + " " + problem.text());
        }
        assertThat(texts.get(0))
                .startsWith("MALFORMED not JSON at byte 0: Unrecognized token 'nonsense'");
        assertThat(texts.get(2)).startsWith("MALFORMED not JSON at byte");
        texts.remove(2);
        texts.remove(0);
        assertThat(texts)
                .containsExactly(
                        "MALFORMED not a JSON object",
                        "UNKNOWN_TYPE no protocol of this connection has a message \"fly\"",
                        "UNKNOWN_TYPE expected a message type in \"type\", got none",
                        "WRONG_DIRECTION moved is sent by this side only, says its schema",
                        "UNEXPECTED say is no request, and has a $id",
                        "INVALID_MESSAGE $[\"$id\"]: expected integer from 1",
                        "INVALID_MESSAGE $.wire: expected a value, got nothing",
                        "TOO_LONG a line has at least 1025 bytes, over the limit of 1024: send less"
                                + " at once, or raise the limit");
        assertThat(java.takeEvents()).hasSize(10);
    }

    @Test
    void brokenUtf8IsMalformed() {
        java.inject(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}', '\n'});
        java.inject(new byte[] {0, '{', 0, '}', '\n'});
        pair.deliver();
        assertThat(problems(godot))
                .allMatch(text -> text.startsWith("malformed: not JSON at byte"))
                .hasSize(2);
    }

    @Test
    void errorsAreLimitedAndNeverAnswered() {
        for (int i = 0; i < 100; i++) {
            toGodot("nonsense");
        }
        assertThat(problems(godot)).hasSize(100);
        assertThat(problems(java)).hasSize(20);
        pair.pass(Duration.ofMillis(500));
        for (int i = 0; i < 100; i++) {
            toGodot("nonsense");
        }
        assertThat(problems(java)).hasSize(5);
        godot.takeEvents();
        toJava("{\"gdwire\":\"error\",\"code\":\"no such code\"}");
        assertThat(problems(java)).hasSize(1);
        assertThat(godot.takeEvents()).isEmpty();
    }

    @Test
    void pingIsAnsweredByTheLibrary() {
        java.engine().ping(42, 0);
        pair.deliver();
        assertThat(java.takeEvents()).containsExactly(new Event.Pong(42));
        assertThat(godot.takeEvents()).isEmpty();
    }

    @Test
    void lineOverThePeersLimitIsNotSent() {
        assertThatThrownBy(() -> java.engine().send(new Toy.Say("x".repeat(1001))))
                .isInstanceOf(SendException.class)
                .hasMessage(
                        "The message Say has 1025 bytes, and the peer accepts lines of at most"
                                + " 1024: send less at once, or raise the peer's limit.");
        assertThat(java.takeOutbound()).isEmpty();
        java.engine().send(new Toy.Say("x".repeat(1000)));
        pair.deliver();
        assertThat(godot.takeEvents()).hasSize(1);
    }

    @Test
    void messageOfTheOtherSideIsNotSent() {
        assertThatThrownBy(() -> java.engine().send(new Toy.Moved(1)))
                .hasMessage("moved is sent by the other side only, says its schema.");
    }

    @Test
    void discriminatorMayStandAnywhereAndTransportKeysAreTakenOff() {
        toGodot("{\"$seq\":4,\"text\":\"x\",\"type\":\"say\",\"$ack\":3}");
        assertThat(godot.takeEvents()).containsExactly(new Event.Received(new Toy.Say("x")));
    }

    private long ask(long n) {
        long id = java.engine().request(new Toy.Ask(n), SECOND, pair.now(), outcomes::add);
        pair.deliver();
        return id;
    }

    private void toGodot(String line) {
        java.inject((line + "\n").getBytes(StandardCharsets.UTF_8));
        pair.deliver();
    }

    private void toJava(String line) {
        godot.inject((line + "\n").getBytes(StandardCharsets.UTF_8));
        pair.deliver();
    }

    private static List<String> problems(MemoryPair.End end) {
        List<String> texts = new ArrayList<>();
        for (Event event : end.takeEvents()) {
            assertThat(event).isInstanceOf(Event.ProblemEvent.class);
            Problem problem = ((Event.ProblemEvent) event).problem();
            boolean lineMatters = problem.text().contains("never made");
            texts.add((lineMatters ? problem : problem.withLine(null)).toString());
        }
        return texts;
    }
}
