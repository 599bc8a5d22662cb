package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.protocol.json.JsonOutput;

/** The generated codec, into a buffer that is used again, as a connection has one. */
final class GdwireInPlaceCodec implements Codec {
    private final JsonOutput buffer = new JsonOutput();
    private final SamplesMessage value;

    GdwireInPlaceCodec(SamplesMessage value) {
        this.value = value;
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
    public Object decode(byte[] json) {
        return SamplesProtocol.INSTANCE.decode(json);
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return (SamplesMessage) decoded;
    }
}
