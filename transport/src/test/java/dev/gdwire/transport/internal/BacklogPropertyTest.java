package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
        record Latest(int kind, int bytes) implements Step {}

        record Oldest(int most, int bytes) implements Step {}

        record Take(int count) implements Step {}

        record Clear() implements Step {}
    }

    private record Entry(long number, @Nullable Object kind, int bytes) {}

    private static final class Model {
        private final List<Entry> entries = new ArrayList<>();
        private final int most;
        private final int mostBytes;
        private long added;
        private long dropped;

        private Model(int most, int mostBytes) {
            this.most = most;
            this.mostBytes = mostBytes;
        }

        private void add(@Nullable Object kind, int mostOfAge, int bytes) {
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
            while (entries.size() == most || !entries.isEmpty() && bytes() + bytes > mostBytes) {
                drop(entries.get(0));
            }
            added++;
            entries.add(new Entry(added, kind, bytes));
        }

        private int bytes() {
            return entries.stream().mapToInt(Entry::bytes).sum();
        }

        private void drop(Entry entry) {
            entries.remove(entry);
            dropped++;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> bytes = Arbitraries.integers().between(1, 40);
        Arbitrary<Step> latest =
                Combinators.combine(Arbitraries.integers().between(0, 4), bytes)
                        .as(Step.Latest::new);
        Arbitrary<Step> oldest =
                Combinators.combine(Arbitraries.integers().between(1, 5), bytes)
                        .as(Step.Oldest::new);
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
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 8) int most,
            @ForAll @IntRange(min = 1, max = 120) int mostBytes) {
        Backlog backlog = new Backlog(most, mostBytes);
        Model model = new Model(most, mostBytes);
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
            model.add(latest.kind(), 0, latest.bytes());
            backlog.addLatest(new Backlog.Item(model.added, latest.bytes()), latest.kind());
        } else if (step instanceof Step.Oldest oldest) {
            model.add(null, oldest.most(), oldest.bytes());
            backlog.addAging(new Backlog.Item(model.added, oldest.bytes()), oldest.most());
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
