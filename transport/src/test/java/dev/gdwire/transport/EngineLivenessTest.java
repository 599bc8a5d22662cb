package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.Away;
import dev.gdwire.protocol.core.CoreProtocol;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLivenessTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private MemoryPair open(Duration java, Duration godot) {
        MemoryPair pair =
                new MemoryPair(
                        EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY))
                                .withSilence(java),
                        EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                .withSide(Sender.GODOT)
                                .withSilence(godot));
        pair.open();
        pair.initiator().takeEvents();
        pair.acceptor().takeEvents();
        return pair;
    }

    /** Lets time pass in steps in which bytes travel too. */
    private static void run(MemoryPair pair, Duration step, int steps) {
        for (int i = 0; i < steps; i++) {
            pair.pass(step);
            pair.deliver();
        }
    }

    @Test
    void silentPeersStayConnectedBySignsOfLife() {
        MemoryPair pair = open(Duration.ofSeconds(4), Duration.ofSeconds(2));
        run(pair, Duration.ofMillis(250), 400);
        assertThat(pair.initiator().takeEvents()).isEmpty();
        assertThat(pair.acceptor().takeEvents()).isEmpty();
    }

    @Test
    void aPeerThatPromisedAndSaysNothingIsTakenForDead() {
        MemoryPair pair = open(Duration.ZERO, Duration.ofSeconds(2));
        for (int i = 0; i < 40; i++) {
            pair.pass(Duration.ofMillis(50));
            pair.acceptor().takeOutbound();
        }
        assertThat(pair.initiator().takeEvents())
                .containsExactly(
                        new Event.Closed(
                                CloseReason.of(
                                        CloseReason.Kind.BROKEN,
                                        "the peer has promised a sign of life every 2000 ms, and"
                                                + " gave none: it hangs, or the network is gone")));
    }

    @Test
    void whoPromisesNothingMayBeSilentForEver() {
        MemoryPair pair = open(Duration.ZERO, Duration.ZERO);
        pair.pass(Duration.ofDays(1));
        assertThat(pair.initiator().takeOutbound()).isEmpty();
        assertThat(pair.acceptor().takeOutbound()).isEmpty();
        assertThat(pair.initiator().takeEvents()).isEmpty();
    }

    @Test
    void signsOfLifeAreEmptyLinesAndOnlySentWhereNothingElseIs() {
        MemoryPair pair = open(Duration.ofSeconds(4), Duration.ZERO);
        pair.pass(Duration.ofSeconds(4));
        assertThat(text(pair.initiator().takeOutbound())).isEqualTo("\n\n");
        for (int i = 0; i < 8; i++) {
            pair.initiator().engine().send(new Toy.Say("x"));
            pair.pass(SECOND);
            assertThat(text(pair.initiator().takeOutbound()))
                    .endsWith("\"}\n")
                    .doesNotContain("\n\n");
        }
    }

    /**
     * What was held up itself, such as by a debugger, has not read what the peer said meanwhile.
     */
    @Test
    void timeThatThisSideSleptDoesNotCountAgainstThePeer() {
        MemoryPair pair = open(Duration.ZERO, Duration.ofSeconds(2));
        Engine java = pair.initiator().engine();
        java.tick(Duration.ofMinutes(5).toNanos());
        assertThat(pair.initiator().takeEvents()).isEmpty();
        java.tick(Duration.ofMinutes(5).plusMillis(1900).toNanos());
        assertThat(pair.initiator().takeEvents()).isEmpty();
        java.tick(Duration.ofMinutes(5).plusMillis(2000).toNanos());
        assertThat(pair.initiator().takeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60_000})
    void aPeerThatIsAwayMayBeSilent(long millis) {
        MemoryPair pair = open(Duration.ZERO, Duration.ofSeconds(2));
        Away away = millis == 0 ? Away.of() : new Away(millis);
        pair.acceptor().inject(line(CoreProtocol.INSTANCE.encode(away)));
        pair.deliver();
        for (int i = 0; i < 59; i++) {
            pair.pass(SECOND);
            pair.acceptor().takeOutbound();
        }
        assertThat(pair.initiator().takeEvents()).isEmpty();
        pair.pass(SECOND);
        pair.acceptor().engine().send(new Toy.Moved(1));
        pair.deliver();
        pair.initiator().takeEvents();
        for (int i = 0; i < 40; i++) {
            pair.pass(Duration.ofMillis(50));
            pair.acceptor().takeOutbound();
        }
        assertThat(pair.initiator().takeEvents()).hasSize(1);
    }

    /** What is sent while a game loads ends nothing: it told for how long it may take. */
    @Test
    void aPeerThatIsAwayForATimeMaySpeakMeanwhile() {
        MemoryPair pair = open(Duration.ZERO, Duration.ofSeconds(2));
        pair.acceptor().inject(line(CoreProtocol.INSTANCE.encode(new Away(60_000L))));
        pair.acceptor().engine().send(new Toy.Moved(1));
        pair.deliver();
        assertThat(pair.initiator().takeEvents()).hasSize(1);
        pair.acceptor().engine().send(new Toy.Moved(2));
        pair.deliver();
        assertThat(pair.initiator().takeEvents()).hasSize(1);
        for (int i = 0; i < 59; i++) {
            pair.pass(SECOND);
            pair.acceptor().takeOutbound();
        }
        assertThat(pair.initiator().takeEvents()).isEmpty();
    }

    /** Whether it comes with the word that it is away, or later. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeerThatIsAwayUntilItSpeaksIsBackWithItsNextLine(boolean together) {
        MemoryPair pair = open(Duration.ZERO, Duration.ofSeconds(2));
        pair.acceptor().inject(line(CoreProtocol.INSTANCE.encode(Away.of())));
        pair.acceptor().inject("\n".getBytes(StandardCharsets.UTF_8));
        if (!together) {
            pair.deliver();
        }
        pair.acceptor().engine().send(new Toy.Moved(1));
        pair.deliver();
        pair.initiator().takeEvents();
        for (int i = 0; i < 41; i++) {
            pair.pass(Duration.ofMillis(50));
            pair.acceptor().takeOutbound();
        }
        assertThat(pair.initiator().takeEvents()).hasSize(1);
    }

    private static byte[] line(byte[] json) {
        return (text(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
