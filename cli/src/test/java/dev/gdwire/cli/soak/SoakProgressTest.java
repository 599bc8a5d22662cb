package dev.gdwire.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SoakProgressTest {
    private static final SoakOptions OPTIONS =
            new SoakOptions(
                    1_000_000,
                    1_000,
                    1,
                    new SoakOptions.Simulated(0),
                    Optional.empty(),
                    Duration.ofMinutes(1));

    private final StringWriter written = new StringWriter();

    private static Standing standing(long messages, long cuts, long seconds) {
        return new Standing(
                messages, 0, cuts, 0, 64 * 1024 * 1024, TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void barChangesItsLine() {
        SoakProgress progress = SoakProgress.bar(new PrintWriter(written));
        progress.show(OPTIONS, standing(0, 0, 0));
        progress.show(OPTIONS, standing(600_000, 500, 60));
        progress.end();
        assertThat(written)
                .hasToString(
                        "\rsoak:   0% [------------------------] 0 messages, 0 cuts, 0/s, heap 64"
                                + " MiB, a while left"
                                + "\rsoak:  50% [############------------] 600,000 messages, 500"
                                + " cuts, 10,000/s, heap 64 MiB, 1:00 left"
                                + System.lineSeparator());
    }

    @Test
    void shorterLineCoversTheOneBefore() {
        SoakProgress progress = SoakProgress.bar(new PrintWriter(written));
        progress.show(OPTIONS, standing(600_000, 500, 60));
        int before = written.toString().length();
        progress.show(OPTIONS, standing(600_000, 999, 60));
        assertThat(written.toString().substring(before)).hasSizeGreaterThanOrEqualTo(before);
    }

    @Test
    void linesComeNowAndThen() {
        SoakProgress progress = SoakProgress.lines(new PrintWriter(written));
        progress.show(OPTIONS, standing(10_000, 900, 1));
        progress.show(OPTIONS, standing(50_000, 900, 5));
        progress.show(OPTIONS, standing(60_000, 900, 6));
        progress.end();
        assertThat(written)
                .hasToString(
                        "soak:   5% 50,000 messages, 900 cuts, 10,000/s, heap 64 MiB, 1:35 left"
                                + System.lineSeparator());
    }
}
