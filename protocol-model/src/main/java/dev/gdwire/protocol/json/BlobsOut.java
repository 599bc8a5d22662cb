package dev.gdwire.protocol.json;

import dev.gdwire.protocol.Packed;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The packed values of a line that go before it, in the order in which they are met. */
final class BlobsOut {
    private static final int FIRST_CAPACITY = 4;

    private @Nullable Packed[] values = new Packed[FIRST_CAPACITY];
    private int count;
    private int least = Integer.MAX_VALUE;

    /** Forgets what there is; values of fewer bytes than that are none of it. */
    void start(int leastBytes) {
        Arrays.fill(values, 0, count, null);
        count = 0;
        least = leastBytes;
    }

    /** Takes none any more, and forgets what there is. */
    void stop() {
        start(Integer.MAX_VALUE);
    }

    boolean takes(Packed value) {
        return value.byteCount() >= least;
    }

    /** Takes a value; returns its number. */
    int add(Packed value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count] = value;
        return count++;
    }

    int count() {
        return count;
    }

    /** How many bytes all of them take, with what stands around each. */
    int size() {
        long all = 0;
        for (int i = 0; i < count; i++) {
            int bytes = value(i).byteCount();
            all += bytes + NumberOutput.count(bytes) + 3L;
        }
        return Math.toIntExact(all);
    }

    /** Writes all of them. */
    void write(byte[] target, int start) {
        int at = start;
        for (int i = 0; i < count; i++) {
            target[at++] = '#';
            at = NumberOutput.write((long) value(i).byteCount(), target, at);
            target[at++] = '\n';
            at = value(i).putBytes(target, at);
            target[at++] = '\n';
        }
    }

    private Packed value(int index) {
        return Objects.requireNonNull(values[index]);
    }
}
