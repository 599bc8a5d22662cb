package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Contest CONTEST = Contest.encode(Sample.SMALL);

    private final Scores scores = new Scores();

    private void add(Library library, double... nanos) {
        DoubleStream.of(nanos)
                .forEach(time -> scores.add(CONTEST, library, new Score(time, 10 * time)));
    }

    @Test
    void speedIsTheMedianOfTheRatiosOfTheRounds() {
        add(Library.JACKSON2, 100, 1_000, 90);
        add(Library.GDWIRE, 50, 250, 90);
        assertThat(scores.speed(CONTEST, Library.GDWIRE)).hasValue(2);
        assertThat(scores.speed(CONTEST, Library.JACKSON2)).hasValue(1);
    }

    @Test
    void aSlowRoundThatHitsAllAlikeChangesNoRatio() {
        add(Library.JACKSON2, 100, 800);
        add(Library.DSL_JSON, 50, 400);
        assertThat(scores.speed(CONTEST, Library.DSL_JSON)).hasValue(2);
    }

    @Test
    void nanosecondsAndBytesAreMedians() {
        add(Library.FASTJSON2, 7, 3, 5, 100);
        assertThat(scores.nanos(CONTEST, Library.FASTJSON2)).hasValue(6);
        assertThat(scores.bytes(CONTEST, Library.FASTJSON2)).hasValue(60);
    }

    @Test
    void whoTookNoPartHasNoFigures() {
        add(Library.JACKSON2, 100);
        assertThat(scores.speed(CONTEST, Library.JACKSON3)).isEmpty();
        assertThat(scores.nanos(CONTEST, Library.JACKSON3)).isEmpty();
        assertThat(scores.has(CONTEST)).isTrue();
        assertThat(scores.has(Contest.encode(Sample.MEDIUM))).isFalse();
    }

    @Test
    void withoutJackson2ThereIsNoSpeed() {
        add(Library.GDWIRE, 100);
        assertThat(scores.speed(CONTEST, Library.GDWIRE)).isEmpty();
    }
}
