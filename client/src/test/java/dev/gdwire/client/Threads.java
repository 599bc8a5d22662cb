package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

/** Looks for threads that a connection left behind. */
final class Threads {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private Threads() {}

    static void assertNoneIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("gdwire-")) {
                thread.join(PATIENCE);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
