package dev.gdwire.transport.internal;

import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Where the library's threads come from. */
public final class Threads {
    private Threads() {}

    /** Makes daemon threads: they keep no program from its end. */
    public static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A thread of a factory's, by a name of the library's, that has not started.
     *
     * @throws IllegalStateException if the factory makes none
     */
    public static Thread named(ThreadFactory factory, Runnable task, String name) {
        @Nullable Thread thread = factory.newThread(task);
        if (thread == null) {
            throw new IllegalStateException(
                    "The thread factory made no thread for %s: it must make one each time."
                            .formatted(name));
        }
        thread.setName(name);
        return thread;
    }
}
