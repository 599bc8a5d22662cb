package dev.gdwire.benchmarks.codecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import java.io.IOException;

/** The stock ObjectMapper of Jackson 2 on the generated records. */
final class Jackson2Codec implements Codec {
    private final ObjectMapper mapper = new ObjectMapper();
    private final SamplesMessage value;

    Jackson2Codec(SamplesMessage value) {
        this.value = value;
    }

    @Override
    public Object encode() throws JsonProcessingException {
        return encoded();
    }

    @Override
    public byte[] encoded() throws JsonProcessingException {
        return mapper.writeValueAsBytes(value);
    }

    @Override
    public Object decode(byte[] json) throws IOException {
        return mapper.readValue(json, value.getClass());
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return (SamplesMessage) decoded;
    }
}
