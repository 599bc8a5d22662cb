package dev.gdwire.benchmarks.codecs;

import com.alibaba.fastjson2.JSON;
import dev.gdwire.benchmarks.samples.SamplesMessage;

/** The library fastjson2 with its defaults, on plain records. */
final class Fastjson2Codec implements Codec {
    private final Object value;

    Fastjson2Codec(SamplesMessage message) {
        value = PlainMessages.of(message);
    }

    @Override
    public Object encode() {
        return encoded();
    }

    @Override
    public byte[] encoded() {
        return JSON.toJSONBytes(value);
    }

    @Override
    public Object decode(byte[] json) {
        return JSON.parseObject(json, value.getClass());
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return PlainMessages.message(decoded);
    }
}
