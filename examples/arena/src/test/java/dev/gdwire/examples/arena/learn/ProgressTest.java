package dev.gdwire.examples.arena.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Generation TWELFTH =
            new Generation(12, 7680, new Summary(32, 12.34, 5.0, 40.06, -1.0));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void saysHowFarHowFastAndHowGood() {
        assertThat(ProgressLine.of(progress(0.459, 8000, 4000), Optional.of(TWELFTH)))
                .isEqualTo("[====>     ]  45% 8,000 steps 2,000/s | gen 12 reward 12.3, best 40.1");
        assertThat(ProgressLine.of(progress(0.0, 0, 0), Optional.empty()))
                .isEqualTo("[>         ]   0% 0 steps 0/s");
        assertThat(ProgressLine.of(progress(1.0, 123, 1000), Optional.empty()))
                .isEqualTo("[==========] 100% 123 steps 123/s");
    }

    @Test
    void saysTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            saysHowFarHowFastAndHowGood();
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void aLineFitsATerminal(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @LongRange(min = 0, max = 9_999_999) long steps,
            @ForAll @IntRange(min = 1, max = 999) int number,
            @ForAll @DoubleRange(min = -99, max = 99) double reward) {
        Summary rewards = new Summary(32, reward, 1.0, reward, reward);
        Generation generation = new Generation(number, steps, rewards);
        TrainingProgress progress = progress(share, steps, 100_000);
        assertThat(ProgressLine.of(progress, Optional.of(generation)))
                .hasSizeLessThan(80)
                .matches("\\[=*>? *] [ 0-9]{3}% .*");
    }

    @Test
    void rewritesItsLineOnATerminal() {
        try (ProgressPrinter printer = new ProgressPrinter(out, ProgressPrinter.Style.TERMINAL)) {
            printer.stepped(progress(0.0, 1, 1));
            printer.stepped(progress(0.1, 2, 50));
            printer.stepped(progress(0.2, 3, 150));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\r\u001b[K[>         ]   0% 1 steps 1,000/s"
                                + "\r\u001b[K[==>       ]  20% 3 steps 20/s"
                                + System.lineSeparator());
    }

    @Test
    void writesALineNowAndThenElsewhere() {
        ProgressPrinter printer = new ProgressPrinter(out, ProgressPrinter.Style.PLAIN);
        printer.stepped(progress(0.0, 1, 1));
        printer.stepped(progress(0.5, 2, 1900));
        printer.generationEnded(TWELFTH);
        printer.stepped(progress(0.6, 4, 2001));
        printer.ended(progress(1.0, 5, 2100));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "[>         ]   0% 1 steps 1,000/s",
                        "[======>   ]  60% 4 steps 2/s | gen 12 reward 12.3, best 40.1",
                        "[==========] 100% 5 steps 2/s | gen 12 reward 12.3, best 40.1");
    }

    private static TrainingProgress progress(double share, long steps, long millis) {
        return new TrainingProgress(share, steps, Duration.ofMillis(millis));
    }
}
