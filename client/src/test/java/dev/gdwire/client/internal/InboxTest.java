package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.OverflowPolicy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class InboxTest {
    private static final int MOST = 5;
    private static final int MOST_BYTES = 100;

    private static Inbox<Integer> inbox(OverflowPolicy policy) {
        return new Inbox<>(Settings.DEFAULT.withInbox(MOST, policy).withInboundBytes(MOST_BYTES));
    }

    @Property(tries = 500)
    void oldestGoUntilTheNewestFits(
            @ForAll @Size(max = 60) List<@IntRange(min = -60, max = 150) Integer> steps)
            throws InterruptedException {
        Inbox<Integer> inbox = inbox(OverflowPolicy.DROP_OLDEST);
        Deque<Integer> model = new ArrayDeque<>();
        for (int step : steps) {
            if (step < 0) {
                assertThat(inbox.take(Duration.ZERO).orElse(null)).isEqualTo(model.poll());
                continue;
            }
            int dropped = 0;
            while (!model.isEmpty()
                    && (model.size() >= MOST
                            || model.stream().mapToInt(n -> n).sum() + step > MOST_BYTES)) {
                model.remove();
                dropped++;
            }
            model.add(step);
            assertThat(inbox.put(step, step)).isEqualTo(dropped);
        }
    }

    @Example
    void newestIsDroppedOrTheInboxIsFull() throws InterruptedException {
        for (OverflowPolicy policy : List.of(OverflowPolicy.DROP_NEWEST, OverflowPolicy.CLOSE)) {
            Inbox<Integer> inbox = inbox(policy);
            assertThat(inbox.put(1, 60)).isZero();
            assertThat(inbox.put(2, 40)).isZero();
            assertThat(inbox.put(3, 1)).isEqualTo(policy == OverflowPolicy.CLOSE ? Inbox.FULL : 1);
            assertThat(inbox.take(Duration.ZERO)).contains(1);
            assertThat(inbox.put(4, 60)).isZero();
            assertThat(inbox.take(Duration.ZERO)).contains(2);
            assertThat(inbox.take(Duration.ZERO)).contains(4);
            assertThat(inbox.put(5, 1000)).as("one that has it to itself").isZero();
        }
    }
}
