package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

/** Threads that connections left behind. */
final class LeftThreads {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private LeftThreads() {}

    /** All of the library's have ended, or end soon. */
    static void assertNone() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("gdwire-")) {
                thread.join(PATIENCE);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
