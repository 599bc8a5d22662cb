package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits of requests and of idle time, and who may stay. */
class EngineRequestLimitsTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofSeconds(40);
    private static final String IDLE_TEXT =
            "the connection carried nothing but signs of life for 40000 ms: send something, or"
                    + " raise the limit (idleTimeout)";
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withSilence(Duration.ZERO);
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                    .withSide(Sender.GODOT)
                    .withSilence(Duration.ZERO);

    private final List<Outcome> outcomes = new ArrayList<>();

    private static MemoryPair pair(Limits java, Limits godot) {
        MemoryPair pair = new MemoryPair(JAVA.withLimits(java), GODOT.withLimits(godot)).open();
        pair.initiator().takeEvents();
        pair.acceptor().takeEvents();
        return pair;
    }

    private long ask(MemoryPair pair, long n) {
        return pair.initiator().engine().request(new Toy.Ask(n), LONG, pair.now(), outcomes::add);
    }

    @Test
    void oneRequestTooManyOfThisSideIsAnErrorThatNamesTheLimit() {
        MemoryPair pair = pair(Limits.DEFAULT.withRequests(2), Limits.DEFAULT);
        ask(pair, 1);
        long second = ask(pair, 2);
        assertThatThrownBy(() -> ask(pair, 3))
                .isInstanceOf(SendException.class)
                .hasMessage(
                        "2 requests of this side wait for an answer, the most at once: wait for"
                                + " some before you ask more, or raise the limit (maxRequests).");
        pair.deliver();
        assertThat(pair.acceptor().takeEvents()).hasSize(2);
        pair.acceptor().engine().reply(second, new Toy.Answer(2), pair.now());
        pair.deliver();
        assertThat(outcomes).containsExactly(new Outcome.Reply(new Toy.Answer(2)));
        ask(pair, 3);
        assertThat(pair.initiator().engine().waitingRequests()).isEqualTo(2);
    }

    @Test
    void oneRequestTooManyOfThePeersIsRefusedAndTheOthersAreNot() {
        MemoryPair pair = pair(Limits.DEFAULT, Limits.DEFAULT.withOpenRequests(2));
        long first = ask(pair, 1);
        ask(pair, 2);
        ask(pair, 3);
        pair.deliver();
        String text =
                "2 requests are open already, the most at once: wait for answers before you ask"
                        + " more, or raise the limit (maxOpenRequests)";
        assertThat(outcomes)
                .containsExactly(new Outcome.RemoteError(ErrorCode.TOO_MANY_REQUESTS, text, null));
        List<Event> events = pair.acceptor().takeEvents();
        assertThat(events).hasSize(3);
        assertThat(((Event.ProblemEvent) events.get(2)).problem())
                .returns(ProblemKind.TOO_MANY_REQUESTS, Problem::kind)
                .returns(text, Problem::text)
                .returns("ask", Problem::tag);
        pair.acceptor().engine().reply(first, new Toy.Answer(1), pair.now());
        ask(pair, 4);
        pair.deliver();
        assertThat(outcomes).hasSize(2).endsWith(new Outcome.Reply(new Toy.Answer(1)));
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(new Event.RequestReceived(4, new Toy.Ask(4)));
    }

    @Test
    void idleConnectionIsClosedAndToldWhy() {
        MemoryPair pair = pair(Limits.DEFAULT, Limits.DEFAULT.withIdle(IDLE));
        pair.pass(IDLE.minusMillis(1));
        assertThat(pair.acceptor().engine().isClosed()).isFalse();
        pair.pass(IDLE.dividedBy(4).plusMillis(1));
        assertThat(pair.acceptor().takeEvents())
                .containsExactly(
                        new Event.Closed(CloseReason.of(CloseReason.Kind.LOCAL, IDLE_TEXT)));
        assertThat(pair.acceptor().engine().nextDeadline()).isEmpty();
    }

    @Test
    void signsOfLifeAndGarbageKeepNoIdleConnection() {
        MemoryPair pair = pair(Limits.DEFAULT, Limits.DEFAULT.withIdle(IDLE));
        for (int i = 0; i < 50; i++) {
            pair.initiator().inject("\n".getBytes(StandardCharsets.UTF_8));
            pair.initiator().inject("garbage\n".getBytes(StandardCharsets.UTF_8));
            pair.initiator().engine().ping(i, pair.now());
            pair.deliver();
            pair.pass(Duration.ofSeconds(1));
        }
        assertThat(pair.acceptor().takeEvents())
                .last()
                .isEqualTo(new Event.Closed(CloseReason.of(CloseReason.Kind.LOCAL, IDLE_TEXT)));
    }

    @Test
    void connectionWhereSomebodyWaitsForAnAnswerIsNotIdle() {
        MemoryPair pair = pair(Limits.DEFAULT.withIdle(IDLE), Limits.DEFAULT.withIdle(IDLE));
        long id = ask(pair, 1);
        pair.deliver();
        pair.pass(IDLE.multipliedBy(3));
        assertThat(pair.initiator().engine().isClosed()).isFalse();
        assertThat(pair.acceptor().engine().isClosed()).isFalse();
        pair.acceptor().engine().reply(id, new Toy.Answer(1), pair.now());
        pair.deliver();
        pair.pass(IDLE.multipliedBy(2));
        assertThat(pair.initiator().engine().isClosed()).isTrue();
        assertThat(pair.acceptor().engine().isClosed()).isTrue();
    }

    /** The model: the time since the last message decides, to within a quarter of the limit. */
    @Property(tries = 300)
    void idleTimeCountsFromTheLastMessageEitherWay(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 60) Integer> pauses,
            @ForAll @IntRange(min = 0, max = 1) int first) {
        MemoryPair pair = pair(Limits.DEFAULT, Limits.DEFAULT.withIdle(IDLE));
        MemoryPair.End[] ends = {pair.initiator(), pair.acceptor()};
        int at = first;
        for (int pause : pauses) {
            pair.pass(Duration.ofSeconds(pause));
            boolean closed = pair.acceptor().engine().isClosed();
            if (pause < 40) {
                assertThat(closed).isFalse();
            } else if (pause > 50) {
                assertThat(closed).isTrue();
            }
            if (closed) {
                return;
            }
            ends[at++ % 2].engine().send(new Toy.Say("x"));
            pair.deliver();
        }
    }

    @Test
    void eachEventSaysHowLongItsLineWas() {
        Recording output = new Recording();
        Engine engine = new Engine(GODOT, output);
        output.engine = engine;
        engine.start(0);
        byte[] bytes =
                (RawPeer.HELLO
                                + "{\"type\":\"say\",\"text\":\"x\"}\n\n"
                                + "{\"type\":\"ask\",\"n\":1,\"$id\":1}\n"
                                + "{\"type\":\"nobody\"}\n")
                        .getBytes(StandardCharsets.UTF_8);
        engine.receive(bytes, 0, bytes.length, 0);
        engine.close(0);
        assertThat(output.sizes).containsExactly(RawPeer.HELLO.length() - 1, 25, 28, 17, 0);
    }

    @Test
    void peerThatMayNotStayHearsWhyInsteadOfAWelcome() {
        Recording output = new Recording();
        output.refusal = "there is no room";
        Engine engine = new Engine(GODOT, output);
        output.engine = engine;
        engine.start(0);
        byte[] hello = RawPeer.HELLO.getBytes(StandardCharsets.UTF_8);
        engine.receive(hello, 0, hello.length, 0);
        assertThat(output.lines.toByteArray())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"gdwire\":\"reject\",\"code\":\"busy\",\"message\":\"there is no"
                                + " room\"}\n");
        assertThat(output.events)
                .containsExactly(
                        new Event.Closed(
                                new CloseReason(
                                        CloseReason.Kind.REFUSED,
                                        "there is no room",
                                        RejectCode.BUSY)));
        assertThat(output.asked).isEqualTo(1);
    }

    @Test
    void plainPeerThatMayNotStayHearsItToo() {
        for (String line : List.of("{\"n\":1}\n", "")) {
            Recording output = new Recording();
            output.refusal = "there is no room";
            Engine engine = new Engine(GODOT.withPlain(PlainMode.ALLOWED), output);
            output.engine = engine;
            engine.start(0);
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            engine.receive(bytes, 0, bytes.length, 0);
            engine.tick(Duration.ofSeconds(10).toNanos());
            assertThat(output.lines.toByteArray())
                    .asString(StandardCharsets.UTF_8)
                    .contains("there is no room");
            assertThat(output.events).hasSize(1);
            assertThat(engine.isClosed()).isTrue();
        }
    }

    /** What an engine put out. */
    private static final class Recording implements EngineOutput {
        private final JsonOutput lines = new JsonOutput();
        private final List<Event> events = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private @Nullable Engine engine;
        private @Nullable String refusal;
        private int asked;

        @Override
        public JsonOutput lines() {
            return lines;
        }

        @Override
        public void lineWritten(int length) {
            // It lies where it is looked at.
        }

        @Override
        public void event(Event event) {
            events.add(event);
            if (engine != null) {
                sizes.add(engine.lineBytes());
            }
        }

        @Override
        public Admission greeted(@Nullable String session) {
            asked++;
            return refusal == null
                    ? new Admission.Take()
                    : new Admission.Refuse(RejectCode.BUSY, refusal);
        }
    }
}
