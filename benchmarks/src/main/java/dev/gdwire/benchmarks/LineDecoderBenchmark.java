package dev.gdwire.benchmarks;

import dev.gdwire.transport.LineDecoder;
import dev.gdwire.transport.LineSink;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Cutting a stream into lines: {@link LineDecoder} beside {@link BufferedReader#readLine()}, which
 * also makes a String of each line. The time is that of one line.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
// Compiled in the foreground: else a busy machine measures the interpreter.
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class LineDecoderBenchmark {
    private static final int LINES = 256;
    private static final int LIMIT = 1 << 20;

    /** Bytes of a line, with its newline. */
    @Param({"64", "1024"})
    public int lineBytes;

    /** Bytes that a read brings: whole lines, or ones that a prime number of bytes cuts. */
    @Param({"65536", "1447"})
    public int readBytes;

    private byte[] stream = {};

    /** Makes the stream. */
    @Setup
    public void prepare() {
        String line = "{\"text\":\"" + "x".repeat(lineBytes - 12) + "\"}\n";
        stream = line.repeat(LINES).getBytes(StandardCharsets.UTF_8);
    }

    /** Gdwire. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void lineDecoder(Blackhole hole) {
        LineDecoder decoder = new LineDecoder(LIMIT, new Consumer(hole));
        for (int at = 0; at < stream.length; at += readBytes) {
            decoder.feed(stream, at, Math.min(readBytes, stream.length - at));
        }
        decoder.end();
    }

    /** The Java library. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public void bufferedReader(Blackhole hole) throws IOException {
        InputStream reads = new ShortReads(stream, readBytes);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(reads, StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                hole.consume(line);
            }
        }
    }

    private record Consumer(Blackhole hole) implements LineSink {
        @Override
        public void line(byte[] bytes, int offset, int length) {
            hole.consume(bytes);
            hole.consume(offset + length);
        }

        @Override
        public void tooLong(long lengthSoFar, int limit) {
            throw new IllegalStateException("a line of " + lengthSoFar + " bytes");
        }

        @Override
        public void truncated(byte[] bytes, int offset, int length) {
            throw new IllegalStateException("an unfinished line of " + length + " bytes");
        }
    }

    /** A stream of which a read gives no more than so many bytes. */
    private static final class ShortReads extends ByteArrayInputStream {
        private final int longest;

        private ShortReads(byte[] bytes, int longest) {
            super(bytes);
            this.longest = longest;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, longest));
        }
    }
}
