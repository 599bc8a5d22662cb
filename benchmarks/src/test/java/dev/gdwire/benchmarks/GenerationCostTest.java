package dev.gdwire.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gdwire.gen.EmitOptions;
import dev.gdwire.gen.Emitter;
import dev.gdwire.gen.Generator;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.ir.Protocol;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.SetSource;
import dev.gdwire.gen.schema.Strictness;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The cost of generating grows with the set, and no faster. What can be counted alike on every
 * machine is counted: the bytes that a thread allocates, and how often a file is read.
 */
class GenerationCostTest {
    private static final int SMALL = 100;
    private static final int TIMES = 4;

    /** Beside what is the same for every set, which makes the small one dearer, not cheaper. */
    private static final double TOLERANCE = 1.15;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void loading() {
        assertLinear(size -> () -> load(new SampleSet(size)));
    }

    @Test
    void writingJava() {
        assertLinear(size -> emitting(new JavaEmitter(), size));
    }

    @Test
    void writingGdScript() {
        assertLinear(size -> emitting(new GodotProjectEmitter(), size));
    }

    @Test
    void everyFileIsReadOnce() {
        Counted source = new Counted(new SampleSet(SMALL), new HashMap<>());
        Generator.load(source, Strictness.STRICT).orThrow();
        assertThat(source.reads())
                .hasSize(SMALL)
                .allSatisfy((path, reads) -> assertThat(reads).isOne());
    }

    private interface Work {
        Supplier<?> of(int size);
    }

    private static void assertLinear(Work work) {
        allocated(work.of(SMALL)); // Classes are loaded here.
        long small = allocated(work.of(SMALL));
        long large = allocated(work.of(SMALL * TIMES));
        assertThat((double) large / small).isLessThan(TIMES * TOLERANCE);
    }

    private static long allocated(Supplier<?> work) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        assertThat(work.get()).isNotNull();
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }

    private static Supplier<?> emitting(Emitter emitter, int size) {
        Protocol protocol = load(new SampleSet(size));
        return () -> emitter.emit(protocol, EmitOptions.NONE, new Problems());
    }

    private static Protocol load(SetSource set) {
        return Generator.load(set, Strictness.STRICT).orThrow();
    }

    private record Counted(SetSource source, Map<String, Integer> reads) implements SetSource {
        @Override
        public String label() {
            return source.label();
        }

        @Override
        public String defaultName() {
            return source.defaultName();
        }

        @Override
        public List<String> paths() throws IOException {
            return source.paths();
        }

        @Override
        public byte[] read(String path) throws IOException {
            reads.merge(path, 1, Integer::sum);
            return source.read(path);
        }
    }
}
