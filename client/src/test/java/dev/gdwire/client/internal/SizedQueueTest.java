package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SizedQueueTest {
    /** From -3 to -1 one is taken, and rarely all; other numbers are added, and are their sizes. */
    @Property(tries = 500)
    void countsTheBytesOfWhatIsInIt(
            @ForAll @Size(max = 300) List<@IntRange(min = -3, max = 1000) Integer> steps) {
        SizedQueue<Integer> queue = new SizedQueue<>();
        Deque<Integer> model = new ArrayDeque<>();
        for (int step : steps) {
            if (step == 777) {
                queue.clear();
                model.clear();
            } else if (step < 0) {
                assertThat(queue.poll()).isEqualTo(model.poll());
            } else {
                queue.add(step, step);
                model.add(step);
            }
            assertThat(queue.size()).isEqualTo(model.size());
            assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
            assertThat(queue.bytes()).isEqualTo(model.stream().mapToLong(n -> n).sum());
        }
    }
}
