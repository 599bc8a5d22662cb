package dev.gdwire.protocol.json;

import java.util.Arrays;

/**
 * Where names stand that nobody knows, of all objects that are open. They stand once in an object
 * too: to see that, some are remembered.
 */
final class UnknownNames {
    private static final int MOST = 32;

    private final int[] places = new int[2 * MOST];
    private int size;

    void clear() {
        size = 0;
    }

    /** How many are remembered, twice. */
    int size() {
        return size;
    }

    void add(int start, int stop) {
        ByteSource.require(size + 2 <= places.length);
        places[size] = start;
        places[size + 1] = stop;
        size += 2;
    }

    /** Where the last one starts. */
    int lastStart() {
        return places[size - 2];
    }

    int lastStop() {
        return places[size - 1];
    }

    void removeLast() {
        size -= 2;
    }

    /** Looks that those added since differ, and forgets them. */
    void forget(int before, byte[] bytes) {
        for (int i = before; i < size; i += 2) {
            for (int j = before; j < i; j += 2) {
                ByteSource.require(
                        !Arrays.equals(
                                bytes, places[i], places[i + 1], bytes, places[j], places[j + 1]));
            }
        }
        size = before;
    }
}
