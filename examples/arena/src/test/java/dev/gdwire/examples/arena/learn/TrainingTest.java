package dev.gdwire.examples.arena.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.examples.arena.learn.TrainingLimit.ForGenerations;
import dev.gdwire.examples.arena.learn.TrainingLimit.ForTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
    private final RecordingListener listener = new RecordingListener();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, -7, Long.MAX_VALUE})
    void learnsAToyProblem(long seed) {
        TrainingResult result = train(seed, 15);
        assertThat(result.learned()).isTrue();
        // Standing in the centre is worth 2/3 on average: (1/3 + 2/3 + 3/3) / 3.
        assertThat(result.last().rewards().mean()).isGreaterThan(0.5);
        assertThat(result.first().rewards().mean()).isLessThan(0.2);
    }

    @Test
    void theSameSeedGivesTheSameTraining() {
        assertThat(train(5, 6).generations()).isEqualTo(train(5, 6).generations());
        assertThat(train(5, 6).generations()).isNotEqualTo(train(6, 6).generations());
    }

    @Test
    void aLongerTrainingBeginsAsTheShorterOne() {
        assertThat(train(5, 9).generations()).startsWith(first(train(5, 4).generations()));
    }

    private static Generation[] first(List<Generation> generations) {
        return generations.toArray(Generation[]::new);
    }

    @Test
    void endsWithTheGenerationInWhichTheTimeIsOver() {
        AtomicLong now = new AtomicLong();
        Training training =
                new Training(new PullToCentre(), 1, listener, () -> now.addAndGet(10_000_000));
        TrainingResult result = training.run(new ForTime(Duration.ofSeconds(60)));
        // 40 candidates on 3 agents are 14 episodes of 10 steps a generation.
        assertThat(result.steps()).isEqualTo(140L * result.generations().size());
        assertThat(result.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(63));
        assertThat(listener.generations).isEqualTo(result.generations());
        assertThat(listener.ended).isEqualTo(1);
    }

    @Test
    void tellsHowFarItIs() {
        train(1, 2);
        assertThat(listener.shares).hasSize(280).isSorted();
        assertThat(listener.shares.get(0)).isZero();
        assertThat(listener.shares.get(279)).isLessThan(1.0).isGreaterThan(0.9);
    }

    @Test
    void hasTwelveGenerationsInTheShortestTime() {
        TrainingResult result =
                new Training(new PullToCentre(), 1, listener).run(new ForTime(Duration.ofNanos(1)));
        assertThat(result.generations()).hasSize(12);
    }

    @Test
    void refusesLimitsInWhichNothingCanBeLearned() {
        assertThatThrownBy(() -> new ForGenerations(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a training has 2 generations at least");
        assertThatThrownBy(() -> new ForTime(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the time of a training is positive");
    }

    private TrainingResult train(long seed, int generations) {
        return new Training(new PullToCentre(), seed, listener)
                .run(new ForGenerations(generations));
    }

    private static final class RecordingListener implements TrainingListener {
        private final List<Double> shares = new ArrayList<>();
        private final List<Generation> generations = new ArrayList<>();
        private int ended;

        @Override
        public void stepped(TrainingProgress progress) {
            shares.add(progress.share());
        }

        @Override
        public void generationEnded(Generation generation) {
            generations.add(generation);
        }

        @Override
        public void ended(TrainingProgress progress) {
            assertThat(progress.share()).isEqualTo(1.0);
            ended++;
        }
    }
}
