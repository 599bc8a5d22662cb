package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session does with lines that it has no room to keep: it is never lost by one message. */
class KeptRoomTest {
    private static final int KEPT = 64 * 1024;
    private static final Duration LONG = Duration.ofHours(1);

    private static MemoryPair open(int keptBytes) {
        SessionOptions sessions = SessionOptions.DEFAULT.withKeptBytes(keptBytes);
        MemoryPair pair =
                new MemoryPair(
                                EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY))
                                        .withSessions(sessions),
                                EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                        .withSide(Sender.GODOT)
                                        .withSessions(sessions))
                        .open();
        pair.initiator().takeEvents();
        pair.acceptor().takeEvents();
        return pair;
    }

    private static Toy.Say say(int length) {
        return new Toy.Say("x".repeat(length));
    }

    @Test
    void messageThatCanNeverBeKeptIsRefusedBeforeItHasANumber() {
        MemoryPair pair = open(KEPT);
        Engine engine = pair.initiator().engine();
        assertThatThrownBy(() -> engine.send(say(200_000)))
                .isInstanceOf(SendException.class)
                .hasMessageContaining("keptBytes")
                .hasMessageContaining("65536");
        assertThat(pair.initiator().takeOutbound()).isEmpty();
        engine.send(say(3));
        pair.deliver();
        assertThat(pair.acceptor().takeEvents()).containsExactly(new Event.Received(say(3)));
        assertThat(pair.initiator().takeEvents()).isEmpty();
    }

    @Test
    void theSameWhileNoConnectionCarriesTheSession() {
        MemoryPair pair = open(KEPT);
        Engine engine = pair.initiator().engine();
        engine.broken("cut", 0);
        assertThatThrownBy(() -> engine.send(say(200_000))).isInstanceOf(SendException.class);
        engine.send(say(3));
        assertThat(engine.isOverfull()).isFalse();
    }

    @Test
    void whoCannotWaitForRoomIsRefusedAndAnswersHaveAsMuchAgain() {
        MemoryPair pair = open(KEPT);
        Engine engine = pair.acceptor().engine();
        pair.initiator().engine().request(new Toy.Ask(1), LONG, 0, outcome -> {});
        pair.deliver();
        long asked = ((Event.RequestReceived) pair.acceptor().takeEvents().get(0)).id();
        engine.send(say(40_000));
        engine.send(say(40_000));
        assertThat(engine.hasRoom()).isFalse();
        assertThatThrownBy(() -> engine.send(say(1)))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("keptBytes");
        assertThatThrownBy(() -> engine.request(new Toy.Query(1), LONG, 0, outcome -> {}))
                .isInstanceOf(NoRoomException.class);
        engine.reply(asked, new Toy.Answer(1), 0);
        assertThat(engine.isOverfull()).isFalse();
        pair.deliver();
        pair.pass(Duration.ofMillis(200));
        pair.deliver();
        engine.send(say(1));
    }

    @Test
    void answerThatCanNeverBeKeptIsRefusedAndAnErrorAnswers() {
        MemoryPair pair = open(20);
        List<Outcome> outcomes = new ArrayList<>();
        Engine asking = pair.initiator().engine();
        assertThatThrownBy(() -> asking.request(new Toy.Ask(1), LONG, 0, outcomes::add))
                .isInstanceOf(SendException.class);
        assertThat(asking.waitingRequests()).isZero();
        MemoryPair one = openWithLittleRoomToAnswer();
        one.initiator().engine().request(new Toy.Ask(1), LONG, 0, outcomes::add);
        one.deliver();
        long asked = ((Event.RequestReceived) one.acceptor().takeEvents().get(0)).id();
        Engine answering = one.acceptor().engine();
        assertThatThrownBy(() -> answering.reply(asked, new Toy.Answer(1), 0))
                .isInstanceOf(SendException.class);
        answering.fail(asked, ErrorCode.HANDLER_FAILED, "no room", 0);
        one.deliver();
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.RemoteError.class);
    }

    private static MemoryPair openWithLittleRoomToAnswer() {
        MemoryPair pair =
                new MemoryPair(
                                EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY))
                                        .withSessions(SessionOptions.DEFAULT),
                                EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                        .withSide(Sender.GODOT)
                                        .withSessions(SessionOptions.DEFAULT.withKeptBytes(20)))
                        .open();
        pair.acceptor().takeEvents();
        return pair;
    }
}
