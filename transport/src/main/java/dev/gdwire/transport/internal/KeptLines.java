package dev.gdwire.transport.internal;

import dev.gdwire.protocol.json.JsonOutput;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Lines that the peer has not acknowledged, with their bytes, numbered one after another. They lie
 * in two rings, which grow as they fill and do not shrink: one of the bytes and one of the lengths.
 */
final class KeptLines {
    private static final int FIRST_BYTES = 1024;
    private static final int FIRST_LINES = 16;

    private byte[] bytes = new byte[0];
    private int[] lengths = new int[0];
    private int firstByte;
    private int firstLine;
    private int size;
    private int count;
    private long acknowledged;

    /** How many bytes are kept. */
    int size() {
        return size;
    }

    /** How many lines are kept. */
    int count() {
        return count;
    }

    /** The number of the last line that the peer has acknowledged; 0 if it has none. */
    long acknowledged() {
        return acknowledged;
    }

    /** The number of the last line that was added; 0 if none was. */
    long last() {
        return acknowledged + count;
    }

    /** Keeps what stands in an output from a place on: one line. */
    void add(JsonOutput lines, int from) {
        ByteBuffer line = lines.asByteBuffer();
        line.position(from);
        int length = line.remaining();
        reserve(length);
        int at = place(size);
        int whole = Math.min(length, bytes.length - at);
        line.get(bytes, at, whole).get(bytes, 0, length - whole);
        lengths[(firstLine + count) & lengths.length - 1] = length;
        count++;
        size += length;
    }

    private void reserve(int length) {
        if (size + length > bytes.length) {
            // Beyond half of what an array can have, there is no power of two left.
            long wanted = Math.max(FIRST_BYTES, Long.highestOneBit(size + (long) length - 1) << 1);
            bytes = straight((int) Math.min(wanted, Integer.MAX_VALUE - 8));
            firstByte = 0;
        }
        if (count == lengths.length) {
            int[] more = new int[Math.max(FIRST_LINES, 2 * count)];
            for (int i = 0; i < count; i++) {
                more[i] = length(i);
            }
            lengths = more;
            firstLine = 0;
        }
    }

    private byte[] straight(int capacity) {
        byte[] straight = new byte[capacity];
        int whole = Math.min(size, bytes.length - firstByte);
        System.arraycopy(bytes, firstByte, straight, 0, whole);
        System.arraycopy(bytes, 0, straight, whole, size - whole);
        return straight;
    }

    /** Where a byte of the ring lies. */
    private int place(int index) {
        int room = bytes.length - firstByte;
        return index < room ? firstByte + index : index - room;
    }

    private int length(int line) {
        return lengths[firstLine + line & lengths.length - 1];
    }

    /**
     * Forgets the lines up to a number.
     *
     * @return false if no line of that number was ever added; nothing is forgotten then
     */
    boolean acknowledge(long number) {
        if (number > last()) {
            return false;
        }
        while (acknowledged < number) {
            int length = length(0);
            firstByte = place(length);
            firstLine = firstLine + 1 & lengths.length - 1;
            size -= length;
            count--;
            acknowledged++;
        }
        return true;
    }

    /** All of them, one behind the other. */
    byte[] all() {
        return size == 0 ? new byte[0] : Arrays.copyOf(straight(size), size);
    }
}
