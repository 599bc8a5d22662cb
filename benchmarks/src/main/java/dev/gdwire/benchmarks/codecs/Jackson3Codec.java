package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import tools.jackson.databind.ObjectMapper;

/** The stock ObjectMapper of Jackson 3 on the generated records. */
final class Jackson3Codec implements Codec {
    private final ObjectMapper mapper = new ObjectMapper();
    private final SamplesMessage value;

    Jackson3Codec(SamplesMessage value) {
        this.value = value;
    }

    @Override
    public Object encode() {
        return encoded();
    }

    @Override
    public byte[] encoded() {
        return mapper.writeValueAsBytes(value);
    }

    @Override
    public Object decode(byte[] json) {
        return mapper.readValue(json, value.getClass());
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return (SamplesMessage) decoded;
    }
}
