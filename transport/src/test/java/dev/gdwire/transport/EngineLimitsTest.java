package dev.gdwire.transport;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.rl.Reset;
import dev.gdwire.protocol.rl.RlProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is over a limit inside a line costs that line, and nothing else. */
class EngineLimitsTest {
    private static final UnaryOperator<Limits> SMALL =
            limits -> limits.withText(1024).withItems(64).withFrame(8192);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'reset','later':[64 zeros]} | ",
                "{'type':'reset','later':[65 zeros]} | $.later: expected at most 64 items (limit:"
                        + " items), got more",
                "{'type':'reset',64 members} | $: expected at most 64 members (limit: items), got"
                        + " more",
                "{'type':'reset','later':'1024 letters'} | ",
                "{'type':'reset','later':'1025 letters'} | $.later: expected text of at most 1024"
                        + " characters (limit: text), got more",
                "{'type':'reset','1025 letters':0} | $: expected names of at most 1024 characters"
                        + " (limit: text), got more",
                "{'type':'nobody','later':[65 zeros]} | $.later: expected at most 64 items (limit:"
                        + " items), got more",
                "{'later':[65 zeros]} | $.later: expected at most 64 items (limit: items), got"
                        + " more",
                "{'gdwire':'ping','nonce':1,'later':[65 zeros]} | $.later: expected at most 64"
                        + " items (limit: items), got more",
            })
    void costsItsLineOnly(String line, String fault) {
        MemoryPair.End end = open(SMALL);
        take(end, line);
        take(end, "{'type':'reset'}");
        List<Event> events = end.takeEvents();
        assertThat(events).hasSize(2);
        assertThat(events.get(1)).isInstanceOf(Event.Received.class);
        if (fault == null) {
            assertThat(events.get(0)).isInstanceOf(Event.Received.class);
            return;
        }
        assertThat(events.get(0)).isInstanceOf(Event.ProblemEvent.class);
        Problem problem = ((Event.ProblemEvent) events.get(0)).problem();
        assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID_MESSAGE);
        assertThat(problem.text()).isEqualTo(fault);
        assertThat(problem.path()).isEqualTo(fault.substring(0, fault.indexOf(':')));
        assertThat(text(end.takeOutbound())).contains("\"error\"", "\"invalid_message\"", fault);
    }

    @Test
    void whatIsNoJsonIsMalformedWhateverIsInIt() {
        MemoryPair.End end = open(SMALL);
        take(end, "{'type':'reset','later':[65 zeros");
        assertThat(problem(end).kind()).isEqualTo(ProblemKind.MALFORMED);
    }

    @Test
    void aRequestIsAnsweredAndAReplyEndsItsRequest() {
        MemoryPair.End game = open(SMALL);
        take(game, "{'type':'reset','$id':7,'later':[65 zeros]}");
        assertThat(text(game.takeOutbound())).contains("\"$re\":7");

        List<Outcome> outcomes = new ArrayList<>();
        MemoryPair.End java = pair(SMALL).initiator();
        java.takeEvents();
        Duration second = Duration.ofSeconds(1);
        long id = java.engine().request(Reset.builder().build(), second, 0, outcomes::add);
        take(java, "{'type':'observation','$re':" + id + ",'later':[65 zeros]}");
        assertThat(outcomes).hasSize(1).allMatch(Outcome.BadReply.class::isInstance);
    }

    @Test
    void anErrorIsNotAnswered() {
        MemoryPair.End end = open(SMALL);
        take(end, "{'gdwire':'error','code':'malformed','message':'1025 letters'}");
        assertThat(problem(end).kind()).isEqualTo(ProblemKind.INVALID_MESSAGE);
        assertThat(end.takeOutbound()).isEmpty();
    }

    @Test
    void aBlobIsLimitedWithItsFrameAndNotAsAText() {
        MemoryPair.End end = open(SMALL);
        take(end, "#2000\n" + "x".repeat(2000) + "\n{'type':'reset','later':{'$blob':0}}");
        assertThat(end.takeEvents()).hasSize(1).allMatch(Event.Received.class::isInstance);
        take(end, "#1\nx\n{'type':'reset','later':{'$blob':0},'more':[65 zeros]}");
        assertThat(problem(end).path()).isEqualTo("$.more");
        take(end, "#1\nx\n{'type':'reset','more':[65 zeros]}");
        assertThat(problem(end).text()).isEqualTo("blob 0 has no place in its line");
    }

    @Test
    void aHelloOverALimitIsRefused() {
        MemoryPair.End end = acceptor(PlainMode.ALLOWED);
        take(end, "{'gdwire':'hello','wire':1,'library':'1025 letters'}");
        assertThat(text(end.takeOutbound()))
                .contains("\"not_a_hello\"", "$.library: expected text of at most 1024 characters");
        assertThat(end.engine().isClosed()).isTrue();
    }

    @Test
    void aPlainPeersLineIsReportedAndTheNextIsGood() {
        MemoryPair.End end = acceptor(PlainMode.ALLOWED);
        take(end, "{'later':[65 zeros]}");
        take(end, "{'later':[64 zeros]}");
        List<Event> events = end.takeEvents();
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isInstanceOf(Event.PlainOpened.class);
        assertThat(((Event.ProblemEvent) events.get(1)).problem().text())
                .isEqualTo("$.later: expected at most 64 items (limit: items), got more");
        assertThat(events.get(2)).isInstanceOf(Event.PlainReceived.class);
        assertThat(end.takeOutbound()).isEmpty();
    }

    private static Problem problem(MemoryPair.End end) {
        List<Event> events = end.takeEvents();
        assertThat(events).hasSize(1);
        return ((Event.ProblemEvent) events.get(0)).problem();
    }

    private static MemoryPair.End open(UnaryOperator<Limits> limits) {
        MemoryPair.End end = pair(limits).acceptor();
        end.takeEvents();
        end.takeOutbound();
        return end;
    }

    private static MemoryPair pair(UnaryOperator<Limits> limits) {
        List<RlProtocol> protocols = List.of(RlProtocol.INSTANCE);
        EngineOptions client = EngineOptions.of(Role.INITIATOR, protocols);
        EngineOptions game = EngineOptions.of(Role.ACCEPTOR, protocols).withSide(Sender.GODOT);
        Limits some = limits.apply(Limits.DEFAULT);
        return new MemoryPair(client.withLimits(some), game.withLimits(some)).open();
    }

    private static MemoryPair.End acceptor(PlainMode plain) {
        EngineOptions game =
                EngineOptions.of(Role.ACCEPTOR, List.of(RlProtocol.INSTANCE))
                        .withSide(Sender.GODOT)
                        .withPlain(plain)
                        .withLimits(SMALL.apply(Limits.DEFAULT));
        EngineOptions client = EngineOptions.of(Role.INITIATOR, List.of(RlProtocol.INSTANCE));
        MemoryPair.End end = new MemoryPair(client, game).acceptor();
        end.engine().start(0);
        return end;
    }

    private static void take(MemoryPair.End end, String line) {
        byte[] bytes = (spelt(line) + '\n').getBytes(StandardCharsets.UTF_8);
        end.engine().receive(bytes, 0, bytes.length, 0);
    }

    private static String spelt(String line) {
        String members =
                IntStream.range(0, 64).mapToObj(i -> "'m" + i + "':0").collect(joining(","));
        return line.replace("64 members", members)
                .replace("64 zeros", "0" + ",0".repeat(63))
                .replace("65 zeros", "0" + ",0".repeat(64))
                .replace("1024 letters", "x".repeat(1024))
                .replace("1025 letters", "x".repeat(1025))
                .replace('\'', '"');
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
