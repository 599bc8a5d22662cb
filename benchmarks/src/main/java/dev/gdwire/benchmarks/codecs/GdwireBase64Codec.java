package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.Floats;
import dev.gdwire.benchmarks.samples.PackedFloats;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.protocol.json.JsonOutput;

/** The generated codec of a message whose numbers are packed, as base64 in the line. */
final class GdwireBase64Codec implements Codec {
    private final JsonOutput buffer = new JsonOutput();
    private final PackedFloats value;

    GdwireBase64Codec(SamplesMessage value) {
        this.value = new PackedFloats(((Floats) value).values());
    }

    @Override
    public Object encode() {
        buffer.clear();
        SamplesProtocol.INSTANCE.encode(value, buffer);
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
    public Object decode(byte[] json) {
        return SamplesProtocol.INSTANCE.decode(json);
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return new Floats(((PackedFloats) decoded).values());
    }

    @Override
    public byte[] readable(byte[] json) {
        return encoded();
    }
}
