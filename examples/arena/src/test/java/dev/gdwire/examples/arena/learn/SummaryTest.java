package dev.gdwire.examples.arena.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void sumsUp() {
        Summary summary = Summary.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertThat(summary.count()).isEqualTo(8);
        assertThat(summary.mean()).isEqualTo(5.0);
        assertThat(summary.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
        assertThat(summary.best()).isEqualTo(9.0);
        assertThat(summary.worst()).isEqualTo(2.0);
        assertThat(Summary.of(new double[] {3}).deviation()).isZero();
        assertThatThrownBy(() -> Summary.of(new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isClearlyAboveWhenChanceDoesNotExplainIt() {
        Summary low = new Summary(32, 0.0, 8.0, 0.0, 0.0);
        // The standard error of the difference is 2: three of them are 6.
        assertThat(new Summary(32, 6.1, 8.0, 0.0, 0.0).isClearlyAbove(low)).isTrue();
        assertThat(new Summary(32, 5.9, 8.0, 0.0, 0.0).isClearlyAbove(low)).isFalse();
        assertThat(low.isClearlyAbove(low)).isFalse();
    }
}
