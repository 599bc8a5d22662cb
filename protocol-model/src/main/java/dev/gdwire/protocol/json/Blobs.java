package dev.gdwire.protocol.json;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where the blobs of a line are: raw bytes that stand before it in the same array, and that its
 * objects {@code {"$blob":0}} mean. They are numbered from 0. It is for one thread.
 */
public final class Blobs {
    static final Blobs NONE = new Blobs();

    /** The only member of an object that stands for a blob. */
    public static final String MEMBER = "$blob";

    private static final int FIRST_CAPACITY = 4;
    private static final byte[] NAME = {'"', '$', 'b', 'l', 'o', 'b', '"'};

    private int[] places = new int[2 * FIRST_CAPACITY];
    private int count;
    private int base;

    /** None. */
    public Blobs() {}

    /** Forgets all of them, and keeps the room for others. */
    public void clear() {
        count = 0;
        base = 0;
    }

    /** Adds one that takes the bytes from a place to before another. */
    public void add(int start, int end) {
        if (2 * count == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[2 * count] = start;
        places[2 * count + 1] = end;
        count++;
    }

    /** Says where in the array place 0 is; at its beginning unless it is said. */
    public void startAt(int place) {
        base = place;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /** Where one starts in the array. */
    public int start(int index) {
        return base + places[2 * Objects.checkIndex(index, count)];
    }

    /** Where one ends in the array. */
    public int end(int index) {
        return base + places[2 * Objects.checkIndex(index, count) + 1];
    }

    /** How often the name of that member stands in a line, as a name or as a text. */
    static int countNames(byte[] bytes, int from, int to) {
        int names = 0;
        int last = to - NAME.length;
        for (int at = dollar(bytes, from + 1, to); at <= last + 1; at = dollar(bytes, at + 1, to)) {
            int start = at - 1;
            if (Arrays.equals(bytes, start, start + NAME.length, NAME, 0, NAME.length)) {
                names++;
            }
        }
        return names;
    }

    /** Where the next dollar sign is, or the end. */
    private static int dollar(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            long marks = Words8.dollars(Words8.at(bytes, at));
            if (marks != 0) {
                return at + Words8.first(marks);
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != '$') {
            at++;
        }
        return at;
    }
}
