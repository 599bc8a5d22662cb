package dev.gdwire.integration.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

/** Threads that connections left behind. */
public final class LeftThreads {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private LeftThreads() {}

    /**
     * All of the library's have ended, or end soon; those of Godot processes are no connection's.
     */
    public static void assertNone() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            if (name.startsWith("gdwire-") && !name.startsWith("gdwire-godot-")) {
                thread.join(PATIENCE);
                assertThat(thread.isAlive()).as(name).isFalse();
            }
        }
    }
}
