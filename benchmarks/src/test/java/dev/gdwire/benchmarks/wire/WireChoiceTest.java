package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireChoiceTest {
    @Test
    void withoutArgumentsAllIsMeasured() {
        WireChoice choice = WireChoice.parse(List.of());
        assertThat(choice.time()).isEqualTo(Duration.ofSeconds(4));
        assertThat(choice.contests()).isEqualTo(Contest.all());
    }

    @Test
    void timeAndKindsCanBeChosen() {
        WireChoice choice = WireChoice.parse(List.of("connections", "2s", "one-way"));
        assertThat(choice.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(choice.contests())
                .containsExactly(
                        new Contest(Kind.ONE_WAY, Shape.SMALL),
                        new Contest(Kind.ONE_WAY, Shape.MEDIUM),
                        new Contest(Kind.CONNECTIONS, Shape.SMALL));
    }

    @Test
    void nothingElseIsTaken() {
        assertThatThrownBy(() -> WireChoice.parse(List.of("both-ways")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "expected a time such as 4s, or one of one-way, round-trip, connections,"
                                + " got both-ways");
    }
}
