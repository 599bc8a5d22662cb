package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PortionTest {
    private static final int MOST = 16 * 1024;

    private final Portion portion = new Portion(MOST);

    @Test
    void growsWhileItIsReadSoon() {
        for (int i = 0; i < 10; i++) {
            portion.took(portion.bytes(), 1_000);
        }
        assertThat(portion.bytes()).isEqualTo(MOST);
    }

    @Test
    void staysWhereThereWasLess() {
        int before = portion.bytes();
        portion.took(before - 1, 1_000);
        assertThat(portion.bytes()).isEqualTo(before);
    }

    /** Whatever a byte costs: a turn takes a millisecond or two, or the least that can be read. */
    @Property
    void turnComesToTakeNoLongerThanItMay(@ForAll @IntRange(min = 1, max = 200_000) int nanosEach) {
        for (int i = 0; i < 40; i++) {
            portion.took(portion.bytes(), (long) portion.bytes() * nanosEach);
        }
        long turn = (long) portion.bytes() * nanosEach;
        assertThat(portion.bytes()).isBetween(512, MOST);
        if (portion.bytes() > 512) {
            assertThat(turn).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
        }
        if (portion.bytes() < MOST) {
            assertThat(turn).isGreaterThanOrEqualTo(TimeUnit.MICROSECONDS.toNanos(250));
        }
    }
}
