package dev.gdwire.integration.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a process has in use; -1 where that cannot be known.
 *
 * @param heap bytes of the heap that a full collection leaves, or that the engine has allocated
 * @param direct bytes of buffers outside of the heap
 * @param resident bytes of memory that the system has given to the process
 * @param threads how many threads there are
 */
record Footprint(long heap, long direct, long resident, long threads) {
    private static final double MEBIBYTE = 1 << 20;

    /** The most of each. */
    Footprint most(Footprint other) {
        return new Footprint(
                Math.max(heap, other.heap),
                Math.max(direct, other.direct),
                Math.max(resident, other.resident),
                Math.max(threads, other.threads));
    }

    /** Cells of a Markdown table. */
    List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (long bytes : new long[] {heap, direct, resident}) {
            cells.add(bytes < 0 ? "-" : mebibytes(bytes));
        }
        cells.add(threads < 0 ? "-" : Long.toString(threads));
        return cells;
    }

    static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEBIBYTE);
    }

    @Override
    public String toString() {
        return "heap %s MiB, direct %s MiB, resident %s MiB, %d threads"
                .formatted(mebibytes(heap), mebibytes(direct), mebibytes(resident), threads);
    }
}
