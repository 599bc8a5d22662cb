package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogLimitTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LogLimit limit = new LogLimit(0);

    @Test
    void fiftyPassThenOneASecondWhichTellsOfThoseLeftOut() {
        for (int i = 0; i < 50; i++) {
            assertThat(limit.pass(0)).isZero();
        }
        for (int i = 0; i < 1_234; i++) {
            assertThat(limit.pass(SECOND - 1)).isEqualTo(-1);
        }
        assertThat(limit.pass(SECOND)).isEqualTo(1_234);
        assertThat(limit.pass(SECOND)).isEqualTo(-1);
        assertThat(limit.pass(2 * SECOND)).isEqualTo(1);
    }

    @Test
    void noMoreThanFiftyAreSavedUp() {
        for (int i = 0; i < 50; i++) {
            assertThat(limit.pass(1_000 * SECOND)).isZero();
        }
        assertThat(limit.pass(1_000 * SECOND)).isEqualTo(-1);
    }
}
