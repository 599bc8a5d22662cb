package dev.gdwire.benchmarks.wire;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process has used.
 *
 * @param cpuNanos time of all processors together, also that of compilers and of the collector
 * @param allocatedBytes by threads that live
 */
record Usage(long cpuNanos, long allocatedBytes) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** That of this process until now. */
    static Usage now() {
        long allocated = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            allocated += Math.max(bytes, 0);
        }
        return new Usage(SYSTEM.getProcessCpuTime(), allocated);
    }

    Usage plus(Usage other) {
        return new Usage(cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
    }

    Usage minus(Usage other) {
        return new Usage(cpuNanos - other.cpuNanos, allocatedBytes - other.allocatedBytes);
    }
}
