package dev.gdwire.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Supplier;

/**
 * What something gave, and what it cost.
 *
 * @param millis by the clock
 * @param cpuMillis of all processors together; on a machine that others use, the steadier figure
 * @param peakMebibytes the most memory that it had, garbage included
 */
record Measured<T>(T result, double millis, double cpuMillis, long peakMebibytes) {
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final long MEBIBYTE = 1 << 20;

    /** Runs it once, in the heap of this program. */
    static <T> Measured<T> of(Supplier<T> work) {
        System.gc();
        List<MemoryPoolMXBean> heap =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startCpu = threads.getCurrentThreadCpuTime();
        T result = work.get();
        double cpuMillis = (threads.getCurrentThreadCpuTime() - startCpu) / NANOS_OF_A_MILLI;
        double millis = millisSince(start);
        long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Measured<>(result, millis, cpuMillis, peak / MEBIBYTE);
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / NANOS_OF_A_MILLI;
    }
}
