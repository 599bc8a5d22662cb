package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CallsTest {
    private static final long LONG = 1L << 40;

    private final Tally tally = new Tally();
    private final LatencyLog latencies = new LatencyLog(10);
    private final Calls calls = new Calls(new long[] {4, 9}, tally, latencies);

    @Test
    void requestsComeInTurnAndAreCounted() {
        calls.startFor(LONG);
        assertThat(calls.next()).isEqualTo(0);
        calls.answered(4);
        assertThat(calls.next()).isEqualTo(1);
        calls.answered(9);
        assertThat(calls.next()).isEqualTo(0);
        assertThat(tally.count()).isEqualTo(3);
        assertThat(tally.checksum()).isEqualTo(4 + 2 * 9 + 3 * 4);
        assertThat(latencies.micros(100)).isPositive();
    }

    @Test
    void anotherAnswerIsAnError() {
        calls.startFor(LONG);
        calls.next();
        assertThatThrownBy(() -> calls.answered(9)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thereIsAnEnd() {
        calls.startFor(0);
        assertThat(calls.next()).isEqualTo(Calls.NONE);
        assertThat(tally.count()).isZero();
    }
}
