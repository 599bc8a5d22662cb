package dev.gdwire.transport.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages that may be dropped and wait to be written, a limited number of them, in the order in
 * which they were sent. Guarded by the connection's lock.
 */
public final class Backlog {
    private static final class Waiting {
        private final Object message;
        private final long number;

        /** Of its kind; of one that is dropped by its age, itself. */
        private final Object key;

        private Waiting(Object message, long number, @Nullable Object kind) {
            this.message = message;
            this.number = number;
            key = kind == null ? this : kind;
        }
    }

    private final int most;
    private final Map<Object, Waiting> byKey = new LinkedHashMap<>();

    /** Those that are dropped by their age, the oldest first. */
    private final Deque<Waiting> aging = new ArrayDeque<>();

    private long lastNumber;
    private long dropped;

    /**
     * An empty one.
     *
     * @param most how many messages it holds
     */
    public Backlog(int most) {
        this.most = most;
    }

    /**
     * Adds a message that is dropped by its age.
     *
     * @param mostAging how many of these may wait with it
     */
    public void addAging(Object message, int mostAging) {
        while (aging.size() >= mostAging) {
            drop(aging.element());
        }
        put(message, null);
    }

    /**
     * Adds a message, and drops the one of the same kind.
     *
     * @param kind tells it from others
     */
    public void addLatest(Object message, Object kind) {
        Waiting replaced = byKey.get(kind);
        if (replaced != null) {
            drop(replaced);
        }
        put(message, kind);
    }

    private void put(Object message, @Nullable Object kind) {
        if (byKey.size() >= most) {
            drop(byKey.values().iterator().next());
        }
        lastNumber++;
        Waiting waiting = new Waiting(message, lastNumber, kind);
        byKey.put(waiting.key, waiting);
        if (kind == null) {
            aging.add(waiting);
        }
    }

    private void drop(Waiting waiting) {
        remove(waiting);
        dropped++;
    }

    private void remove(Waiting waiting) {
        byKey.remove(waiting.key);
        if (waiting.key == waiting) {
            // Always the first: whatever removes one removes an older one before.
            aging.remove();
        }
    }

    /** Takes the oldest message; null if there is none. */
    public @Nullable Object poll() {
        Iterator<Waiting> all = byKey.values().iterator();
        if (!all.hasNext()) {
            return null;
        }
        Waiting oldest = all.next();
        remove(oldest);
        return oldest.message;
    }

    /** The number of the message that was added last; they count from 1. */
    public long lastNumber() {
        return lastNumber;
    }

    /** Whether a message waits that was added with that number or a lower one. */
    public boolean holdsUpTo(long number) {
        return !byKey.isEmpty() && byKey.values().iterator().next().number <= number;
    }

    /** Whether none waits. */
    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** How many wait. */
    public int size() {
        return byKey.size();
    }

    /** How many were dropped. */
    public long dropped() {
        return dropped;
    }

    /** Drops all. */
    public void clear() {
        dropped += byKey.size();
        byKey.clear();
        aging.clear();
    }
}
