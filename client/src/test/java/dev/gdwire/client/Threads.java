package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Threads of the tests, and those that a connection left behind. */
public final class Threads {
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);

    private Threads() {}

    /**
     * Runs a task on a thread of its own: an executor for tasks that wait, of which the common pool
     * runs one at a time on a machine with two processors.
     */
    public static void start(Runnable task) {
        Thread thread = new Thread(task, "test");
        thread.setDaemon(true);
        thread.start();
    }

    /** Every connection's threads have ended, or end soon. */
    static void assertNoneIsLeft() throws InterruptedException {
        // Those of a GodotProcess belong to no connection.
        assertNoneIsLeft(name -> name.startsWith("gdwire-") && !name.startsWith("gdwire-godot-"));
    }

    /** Every thread of such a name has ended, or ends soon. */
    static void assertNoneIsLeft(Predicate<String> name) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (name.test(thread.getName())) {
                thread.join(PATIENCE);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
