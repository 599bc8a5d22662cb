package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.Floats;
import dev.gdwire.benchmarks.samples.PackedFloats;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.LineDecoder;
import dev.gdwire.transport.LineSink;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The generated codec of a message whose numbers are packed, as a blob before the line; reading
 * finds the blob and the line first.
 */
final class GdwireBlobCodec implements Codec {
    private static final int LIMIT = 1 << 20;

    private final JsonOutput buffer = new JsonOutput();
    private final LineDecoder decoder = new LineDecoder(LIMIT, new Lines());
    private final JsonInput input = new JsonInput();
    private final PackedFloats value;
    private @Nullable SamplesMessage decoded;

    GdwireBlobCodec(SamplesMessage value) {
        this.value = new PackedFloats(((Floats) value).values());
        decoder.acceptBlobs();
    }

    @Override
    public Object encode() {
        buffer.clear();
        buffer.startLineOfBlobs();
        SamplesProtocol.INSTANCE.encode(value, buffer);
        buffer.endLine(0);
        return buffer;
    }

    @Override
    public byte[] encoded() {
        encode();
        return buffer.toByteArray();
    }

    @Override
    public SamplesMessage written() {
        return message(decode(encoded()));
    }

    @Override
    public Object decode(byte[] unit) {
        decoder.feed(unit, 0, unit.length);
        return Objects.requireNonNull(decoded);
    }

    @Override
    public SamplesMessage message(Object read) {
        return new Floats(((PackedFloats) read).values());
    }

    @Override
    public byte[] readable(byte[] json) {
        return encoded();
    }

    private final class Lines implements LineSink {
        @Override
        public void line(byte[] bytes, int offset, int length) {
            throw new IllegalStateException("a line without blobs");
        }

        @Override
        public void lineWithBlobs(byte[] bytes, int offset, int length, Blobs blobs) {
            input.lend(blobs);
            decoded = SamplesProtocol.INSTANCE.decodeUsual(bytes, offset, offset + length, input);
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
}
