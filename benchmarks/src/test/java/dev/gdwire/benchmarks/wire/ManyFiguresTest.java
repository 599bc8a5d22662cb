package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ManyFiguresTest {
    @Test
    void goFromOneProcessToAnother() throws IOException {
        LatencyLog latencies = new LatencyLog(10);
        for (int millis = 1; millis <= 10; millis++) {
            latencies.add(TimeUnit.MILLISECONDS.toNanos(millis));
        }
        ManyFigures figures = ManyFigures.of(10, TimeUnit.SECONDS.toNanos(2), latencies);
        assertThat(figures).isEqualTo(new ManyFigures(5, 5, 10, 10));
        assertThat(ManyFigures.parse(figures.toLine())).isEqualTo(figures);
        ServerMemory memory = ServerMemory.now();
        assertThat(memory.heap()).isPositive();
        assertThat(ServerMemory.parse(memory.toLine())).isEqualTo(memory);
    }
}
