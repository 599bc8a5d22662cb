package dev.gdwire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void itIsTheNearestRank() {
        long[] sorted = {10, 20, 30, 40};
        assertThat(Percentile.of(sorted, 50)).hasValue(20);
        assertThat(Percentile.of(sorted, 51)).hasValue(30);
        assertThat(Percentile.of(sorted, 99)).hasValue(40);
        assertThat(Percentile.of(sorted, 100)).hasValue(40);
        assertThat(Percentile.of(sorted, 0)).hasValue(10);
    }

    @Test
    void nothingHasNone() {
        assertThat(Percentile.of(new long[0], 50)).isEmpty();
    }
}
