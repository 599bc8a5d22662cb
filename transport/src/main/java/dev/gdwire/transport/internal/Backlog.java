package dev.gdwire.transport.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages that may be dropped and wait to be written, a limited number of them and of their bytes,
 * in the order in which they were sent. Guarded by the connection's lock.
 */
public final class Backlog {
    /**
     * A message.
     *
     * @param message itself
     * @param bytes how long it is
     */
    public record Item(Object message, int bytes) {}

    private static final class Waiting {
        private final Item item;
        private final long number;

        /** Of its kind; of one that is dropped by its age, itself. */
        private final Object key;

        private Waiting(Item item, long number, @Nullable Object kind) {
            this.item = item;
            this.number = number;
            key = kind == null ? this : kind;
        }
    }

    private final int most;
    private final long mostBytes;
    private final Map<Object, Waiting> byKey = new LinkedHashMap<>();

    /** Those that are dropped by their age, the oldest first. */
    private final Deque<Waiting> aging = new ArrayDeque<>();

    private long bytes;
    private long lastNumber;
    private long dropped;

    /**
     * An empty one.
     *
     * @param most how many messages it holds
     * @param mostBytes how many bytes they have together; one that has more has it to itself
     */
    public Backlog(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /**
     * Adds a message that is dropped by its age.
     *
     * @param mostAging how many of these may wait with it
     */
    public void addAging(Item item, int mostAging) {
        while (aging.size() >= mostAging) {
            drop(aging.element());
        }
        put(item, null);
    }

    /**
     * Adds a message, and drops the one of the same kind.
     *
     * @param kind tells it from others
     */
    public void addLatest(Item item, Object kind) {
        Waiting replaced = byKey.get(kind);
        if (replaced != null) {
            drop(replaced);
        }
        put(item, kind);
    }

    private void put(Item item, @Nullable Object kind) {
        while (byKey.size() >= most || !byKey.isEmpty() && bytes + item.bytes() > mostBytes) {
            drop(byKey.values().iterator().next());
        }
        bytes += item.bytes();
        lastNumber++;
        Waiting waiting = new Waiting(item, lastNumber, kind);
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
        bytes -= waiting.item.bytes();
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
        return oldest.item.message();
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
        bytes = 0;
    }
}
