package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session without a connection takes; {@link SessionPropertyTest} has all the rest. */
class EngineSessionTest {
    private final MemoryPair pair =
            new MemoryPair(
                            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY))
                                    .withSessions(SessionOptions.DEFAULT),
                            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                    .withSide(Sender.GODOT)
                                    .withSessions(SessionOptions.DEFAULT))
                    .open();
    private final Engine engine = pair.initiator().engine();

    @Test
    void requestWaitsAfterTheEndOfTheStream() {
        engine.inputEnds(0);
        assertRequestWaits();
    }

    @Test
    void requestWaitsAfterABreak() {
        engine.broken("cut", 0);
        assertRequestWaits();
    }

    private void assertRequestWaits() {
        assertThat(engine.isSuspended()).isTrue();
        List<Outcome> outcomes = new ArrayList<>();
        engine.request(new Toy.Ask(1), Duration.ofSeconds(1), 0, outcomes::add);
        assertThat(outcomes).isEmpty();
        assertThat(engine.waitingRequests()).isOne();
    }
}
