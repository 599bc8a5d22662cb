package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;

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

    static void assertNoneIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String name = thread.getName();
            // Those of a GodotProcess belong to no connection, and live as long as its output.
            if (name.startsWith("gdwire-") && !name.startsWith("gdwire-godot-")) {
                thread.join(PATIENCE);
                assertThat(thread.isAlive()).as(name).isFalse();
            }
        }
    }
}
