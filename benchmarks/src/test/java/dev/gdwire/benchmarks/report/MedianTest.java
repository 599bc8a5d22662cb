package dev.gdwire.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void itIsTheNumberInTheMiddle() {
        assertThat(Median.of(DoubleStream.of(9, 1, 4))).hasValue(4);
    }

    @Test
    void itIsTheMeanOfTwoInTheMiddle() {
        assertThat(Median.of(DoubleStream.of(9, 1, 4, 5))).hasValue(4.5);
    }

    @Test
    void nothingHasNone() {
        assertThat(Median.of(DoubleStream.empty())).isEmpty();
    }
}
