package dev.gdwire.client.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A queue that knows how many bytes lie in it. The sizes stand beside the things, in an array of
 * their own: a message costs no further object. Guarded by whoever has it.
 */
final class SizedQueue<T> {
    private static final int FIRST_CAPACITY = 16;

    private final Deque<T> things = new ArrayDeque<>();
    private int[] sizes = new int[FIRST_CAPACITY];
    private int head;
    private long bytes;

    /** Adds a thing at the end. */
    void add(T thing, int size) {
        if (things.size() == sizes.length) {
            grow();
        }
        sizes[(head + things.size()) % sizes.length] = size;
        things.add(thing);
        bytes += size;
    }

    private void grow() {
        int[] larger = new int[Math.multiplyExact(2, sizes.length)];
        int untilEnd = sizes.length - head;
        System.arraycopy(sizes, head, larger, 0, untilEnd);
        System.arraycopy(sizes, 0, larger, untilEnd, head);
        sizes = larger;
        head = 0;
    }

    /** Takes the oldest; null if there is none. */
    @Nullable T poll() {
        T thing = things.poll();
        if (thing != null) {
            bytes -= sizes[head];
            head = (head + 1) % sizes.length;
        }
        return thing;
    }

    void clear() {
        things.clear();
        sizes = Arrays.copyOf(sizes, FIRST_CAPACITY);
        head = 0;
        bytes = 0;
    }

    /** How many there are. */
    int size() {
        return things.size();
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    /** How many bytes all of them have. */
    long bytes() {
        return bytes;
    }
}
