package dev.gdwire.benchmarks.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * What a process has in use.
 *
 * @param heap bytes that are left after a full collection
 * @param resident bytes that the system has given to the process; 0 where it does not say that as
 *     Linux does
 * @param threads how many threads there are
 */
record ServerMemory(long heap, long resident, int threads) {
    private static final Path STATUS = Path.of("/proc", "self", "status");
    private static final long KIBIBYTE = 1024;
    private static final int COLLECTIONS = 3;

    /** That of this process. */
    static ServerMemory now() throws IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return new ServerMemory(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                residentBytes(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static long residentBytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
                .sum();
    }

    /** As a process tells it to another. */
    String toLine() {
        return heap + " " + resident + " " + threads;
    }

    /**
     * From {@link #toLine}.
     *
     * @throws java.util.NoSuchElementException if there are too few numbers
     * @throws NumberFormatException if one of them is no number
     */
    static ServerMemory parse(String line) {
        StringTokenizer numbers = new StringTokenizer(line);
        return new ServerMemory(
                Long.parseLong(numbers.nextToken()),
                Long.parseLong(numbers.nextToken()),
                Integer.parseInt(numbers.nextToken()));
    }
}
