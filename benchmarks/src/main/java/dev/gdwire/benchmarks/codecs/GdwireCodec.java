package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;

/** The generated codec, to bytes. */
record GdwireCodec(SamplesMessage value) implements Codec {
    @Override
    public Object encode() {
        return encoded();
    }

    @Override
    public byte[] encoded() {
        return SamplesProtocol.INSTANCE.encode(value);
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
