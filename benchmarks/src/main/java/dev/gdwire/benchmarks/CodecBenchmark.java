package dev.gdwire.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.protocol.rl.RlMessage;
import dev.gdwire.protocol.rl.RlProtocol;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages to and from UTF-8 bytes: the generated codec beside the stock ObjectMapper of Jackson 2
 * and Jackson 3 on the same records. The mappers are told the class and neither write nor look for
 * the type tag; the codec does both. The time is that of one message.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
// Compiled in the foreground: else a busy machine measures the interpreter.
@Fork(value = 1, jvmArgsAppend = "-Xbatch")
public class CodecBenchmark {
    /** Which message. */
    @Param public RlMessages.Kind message;

    /** How much it holds. */
    @Param public RlMessages.Size size;

    private final com.fasterxml.jackson.databind.ObjectMapper jackson2 =
            new com.fasterxml.jackson.databind.ObjectMapper();
    private final JsonMapper jackson3 = new JsonMapper();
    private final JsonOutput buffer = new JsonOutput();
    private RlMessage value = RlMessages.of(RlMessages.Kind.STEP, RlMessages.Size.SMALL);
    private byte[] tagged = {};
    private byte[] bare = {};

    /**
     * Makes the message and its bytes.
     *
     * @throws IllegalStateException if one of the three does not read what it wrote
     */
    @Setup
    public void prepare() throws IOException {
        value = RlMessages.of(message, size);
        tagged = RlProtocol.INSTANCE.encode(value);
        bare = jackson3.writeValueAsBytes(value);
        requireEqual(gdwireDecode());
        requireEqual(jackson2Decode());
        requireEqual(jackson3Decode());
    }

    private void requireEqual(RlMessage read) {
        if (!read.equals(value)) {
            throw new IllegalStateException("wrote " + value + ", read " + read);
        }
    }

    /** Gdwire, to bytes. */
    @Benchmark
    public byte[] gdwireEncode() {
        return RlProtocol.INSTANCE.encode(value);
    }

    /** Gdwire, into a buffer that is used again, as a connection has one. */
    @Benchmark
    public int gdwireEncodeInPlace() {
        buffer.clear();
        RlProtocol.INSTANCE.encode(value, buffer);
        return buffer.size();
    }

    /** Gdwire, from bytes. */
    @Benchmark
    public RlMessage gdwireDecode() {
        return RlProtocol.INSTANCE.decode(tagged);
    }

    /** Jackson 2, to bytes. */
    @Benchmark
    public byte[] jackson2Encode() throws JsonProcessingException {
        return jackson2.writeValueAsBytes(value);
    }

    /** Jackson 2, from bytes. */
    @Benchmark
    public RlMessage jackson2Decode() throws IOException {
        return jackson2.readValue(bare, value.getClass());
    }

    /** Jackson 3, to bytes. */
    @Benchmark
    public byte[] jackson3Encode() {
        return jackson3.writeValueAsBytes(value);
    }

    /** Jackson 3, from bytes. */
    @Benchmark
    public RlMessage jackson3Decode() {
        return jackson3.readValue(bare, value.getClass());
    }
}
