package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Messages to and from UTF-8 bytes, the same JSON for all. The time is that of one message. Gdwire
 * and Jackson have the generated records: they write the type tag, and find the class by it. The
 * other libraries are told the class of a plain record, for which the tag is a text like others.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
// Compiled in the foreground: else a busy machine measures the interpreter. And with a heap that
// was
// touched before: else each new page of a growing one costs more than what is written to it.
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xbatch", "-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class CodecBenchmark {
    /** A message to write. */
    @State(Scope.Benchmark)
    public static class Written {
        /** Which message. */
        @Param public Sample message;

        /** Who writes it. */
        @Param public Library library;

        private Codec codec;

        /**
         * Makes the message.
         *
         * @throws IllegalStateException if the library does not read what it wrote
         */
        @Setup
        public void prepare() throws IOException {
            SamplesMessage original = message.message();
            codec = library.codec(original);
            RoundTrip.requireWritten(codec, original);
            if (library.reads(message)) {
                RoundTrip.requireRead(codec, codec.encoded(), original);
            }
        }
    }

    /** A message to read. */
    @State(Scope.Benchmark)
    public static class Read {
        /** Which message. */
        @Param public Sample message;

        /** Who reads it. */
        @Param({
            "GDWIRE",
            "GDWIRE_BASE64",
            "GDWIRE_BLOB",
            "JACKSON2",
            "JACKSON3",
            "FASTJSON2",
            "DSL_JSON",
            "AVAJE_JSONB"
        })
        public Library library;

        /** In which order the keys stand. */
        @Param public KeyOrder keys;

        private Codec codec;
        private byte[] json = {};

        /**
         * Makes the bytes.
         *
         * @throws IllegalStateException if the library reads another message
         */
        @Setup
        public void prepare() throws IOException {
            SamplesMessage original = message.message();
            codec = library.codec(original);
            RoundTrip.requireRead(codec, codec.encoded(), original);
            json = codec.readable(keys.apply(SamplesProtocol.INSTANCE.encode(original)));
            RoundTrip.requireRead(codec, json, original);
        }
    }

    /** To bytes. */
    @Benchmark
    public Object encode(Written written) throws IOException {
        return written.codec.encode();
    }

    /** From bytes. */
    @Benchmark
    public Object decode(Read read) throws IOException {
        return read.codec.decode(read.json);
    }
}
