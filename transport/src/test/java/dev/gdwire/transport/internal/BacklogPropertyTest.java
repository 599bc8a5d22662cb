package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The messages that wait, beside a list that is searched from one end to the other. */
class BacklogPropertyTest {
    /** What is done: a message of a kind is added, or of none, or some are taken. */
    private sealed interface Step {
        record Latest(int kind) implements Step {}

        record Oldest(int most) implements Step {}

        record Take(int count) implements Step {}

        record Clear() implements Step {}
    }

    private record Entry(long number, @Nullable Object kind) {}

    private static final class Model {
        private final List<Entry> entries = new ArrayList<>();
        private final int most;
        private long added;
        private long dropped;

        private Model(int most) {
            this.most = most;
        }

        private void add(@Nullable Object kind, int mostOfAge) {
            if (kind == null) {
                while (entries.stream().filter(entry -> entry.kind() == null).count()
                        >= mostOfAge) {
                    drop(entries.stream().filter(e -> e.kind() == null).findFirst().orElseThrow());
                }
            } else {
                entries.stream()
                        .filter(entry -> Objects.equals(entry.kind(), kind))
                        .findFirst()
                        .ifPresent(this::drop);
            }
            if (entries.size() == most) {
                drop(entries.get(0));
            }
            added++;
            entries.add(new Entry(added, kind));
        }

        private void drop(Entry entry) {
            entries.remove(entry);
            dropped++;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> latest = Arbitraries.integers().between(0, 4).map(Step.Latest::new);
        Arbitrary<Step> oldest = Arbitraries.integers().between(1, 5).map(Step.Oldest::new);
        Arbitrary<Step> some = Arbitraries.integers().between(1, 4).map(Step.Take::new);
        Arbitrary<Step> all = Arbitraries.create(Step.Clear::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, latest),
                        Tuple.of(6, oldest),
                        Tuple.of(3, some),
                        Tuple.of(1, all))
                .list()
                .ofMaxSize(60);
    }

    @Property
    void isWhatASearchedListIs(
            @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 8) int most) {
        Backlog backlog = new Backlog(most);
        Model model = new Model(most);
        for (Step step : steps) {
            take(step, backlog, model);
            assertThat(backlog.size()).isEqualTo(model.entries.size()).isLessThanOrEqualTo(most);
            assertThat(backlog.isEmpty()).isEqualTo(model.entries.isEmpty());
            assertThat(backlog.dropped()).isEqualTo(model.dropped);
            assertThat(backlog.lastNumber()).isEqualTo(model.added);
            for (long number = 0; number <= model.added; number++) {
                long asked = number;
                assertThat(backlog.holdsUpTo(asked))
                        .isEqualTo(model.entries.stream().anyMatch(e -> e.number() <= asked));
            }
        }
        while (!model.entries.isEmpty()) {
            assertThat(backlog.poll()).isEqualTo(model.entries.remove(0).number());
        }
        assertThat(backlog.poll()).isNull();
    }

    private static void take(Step step, Backlog backlog, Model model) {
        if (step instanceof Step.Latest latest) {
            model.add(latest.kind(), 0);
            backlog.addLatest(model.added, latest.kind());
        } else if (step instanceof Step.Oldest oldest) {
            model.add(null, oldest.most());
            backlog.addAging(model.added, oldest.most());
        } else if (step instanceof Step.Take some) {
            for (int i = 0; i < some.count(); i++) {
                Object expected = model.entries.isEmpty() ? null : model.entries.remove(0).number();
                assertThat(backlog.poll()).isEqualTo(expected);
            }
        } else {
            model.dropped += model.entries.size();
            model.entries.clear();
            backlog.clear();
        }
    }
}
