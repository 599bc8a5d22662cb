package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A completion that throws is told of, and costs no other request its end. */
class CompletionFaultsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MemoryPair pair =
            new MemoryPair(
                            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)),
                            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                    .withSide(Sender.GODOT))
                    .open();
    private final Engine engine = pair.initiator().engine();
    private final List<Outcome> outcomes = new ArrayList<>();

    private void askThreeTimes() {
        pair.initiator().takeEvents();
        engine.request(new Toy.Ask(1), SECOND, 0, this::fail);
        engine.request(new Toy.Ask(2), SECOND, 0, outcomes::add);
        engine.request(new Toy.Ask(3), SECOND, 0, this::failBadly);
        engine.request(new Toy.Ask(4), SECOND, 0, outcomes::add);
    }

    private void fail(Outcome outcome) {
        throw new IllegalStateException("a fault of the user's");
    }

    private void failBadly(Outcome outcome) {
        throw new AssertionError("a worse one");
    }

    @Test
    void theOthersEndAndTheConnectionToo() {
        askThreeTimes();
        engine.broken("cut", 0);
        assertThat(outcomes).hasSize(2).allMatch(Outcome.Ended.class::isInstance);
        assertTold(pair.initiator().takeEvents(), 3);
    }

    @Test
    void theOthersTimeOutToo() {
        askThreeTimes();
        engine.tick(SECOND.toNanos());
        assertThat(outcomes).hasSize(2).allMatch(Outcome.TimedOut.class::isInstance);
        assertTold(pair.initiator().takeEvents(), 2);
        assertThat(engine.waitingRequests()).isZero();
    }

    private static void assertTold(List<Event> events, int count) {
        assertThat(events).hasSize(count);
        assertThat(problem(events.get(0)).kind()).isEqualTo(ProblemKind.HANDLER_FAILED);
        assertThat(problem(events.get(0)).text()).contains("request 1").contains("user's");
        assertThat(problem(events.get(0)).cause()).isInstanceOf(IllegalStateException.class);
        assertThat(problem(events.get(1)).cause()).isInstanceOf(AssertionError.class);
        if (count == 3) {
            assertThat(events.get(2)).isInstanceOf(Event.Closed.class);
        }
    }

    private static Problem problem(Event event) {
        return ((Event.ProblemEvent) event).problem();
    }
}
