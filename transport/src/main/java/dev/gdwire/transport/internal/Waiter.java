package dev.gdwire.transport.internal;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for one thing that comes by its connection. Made by that thread, completed by
 * any.
 *
 * @param <T> what it waits for
 */
public final class Waiter<T> {
    private final Thread thread = Thread.currentThread();
    private final Consumer<Waiter<?>> onCompletion;
    private volatile @Nullable T value;

    Waiter(Consumer<Waiter<?>> onCompletion) {
        this.onCompletion = onCompletion;
    }

    /** Ends the wait. */
    public void complete(T what) {
        value = what;
        onCompletion.accept(this);
    }

    /** What was waited for; null as long as it is not there. */
    @Nullable T value() {
        return value;
    }

    /** Whose wait it is. */
    Thread thread() {
        return thread;
    }
}
