package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** The library avaje-jsonb with its generated adapters, found once. */
final class AvajeJsonbCodec implements Codec {
    private final Object value;
    private final JsonType<Object> type;

    AvajeJsonbCodec(SamplesMessage message) {
        value = PlainMessages.of(message);
        type = Jsonb.builder().build().typeOf(value);
    }

    @Override
    public Object encode() {
        return encoded();
    }

    @Override
    public byte[] encoded() {
        return type.toJsonBytes(value);
    }

    @Override
    public Object decode(byte[] json) {
        return type.fromJson(json);
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return PlainMessages.message(decoded);
    }
}
