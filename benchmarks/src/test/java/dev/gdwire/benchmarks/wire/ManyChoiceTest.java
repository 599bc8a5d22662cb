package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManyChoiceTest {
    @Test
    void withoutArgumentsItGrowsToTwoThousand() {
        assertThat(ManyChoice.parse(List.of()))
                .isEqualTo(new ManyChoice(List.of(250, 500, 1_000, 2_000), 5));
    }

    @Test
    void connectionsAndTimeCanBeChosen() {
        assertThat(ManyChoice.parse(List.of("100", "2s", "3000")))
                .isEqualTo(new ManyChoice(List.of(100, 3_000), 2));
    }

    @Test
    void nothingElseIsTaken() {
        assertThatThrownBy(() -> ManyChoice.parse(List.of("0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected numbers of connections and a time such as 5s, got 0");
    }
}
