package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void figuresAreThoseOfOneMessage() {
        Figures figures =
                Figures.of(1_000, 500_000_000, new LatencyLog(0), new Usage(3_000_000, 64_000));
        assertThat(figures).isEqualTo(new Figures(2_000, 0, 0, 3, 64));
    }

    @Test
    void aLineTellsThemWhole() {
        Figures figures = new Figures(1e6 / 3, 20.5, 99.25, 1.0 / 7, 1e9);
        assertThat(Figures.parse(figures.toLine())).isEqualTo(figures);
    }
}
