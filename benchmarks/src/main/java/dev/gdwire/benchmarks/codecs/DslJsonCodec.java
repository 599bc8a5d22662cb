package dev.gdwire.benchmarks.codecs;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader.DoublePrecision;
import com.dslplatform.json.JsonWriter;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import java.io.IOException;

/** The library dsl-json with its generated converters and a writer that is used again. */
final class DslJsonCodec implements Codec {
    /** With the default precision, numbers lose their last digits. */
    private final DslJson<Object> json =
            new DslJson<>(
                    new DslJson.Settings<>()
                            .includeServiceLoader()
                            .doublePrecision(DoublePrecision.HIGH));

    private final JsonWriter writer = json.newWriter();
    private final Object value;

    DslJsonCodec(SamplesMessage message) {
        value = PlainMessages.of(message);
    }

    @Override
    public Object encode() throws IOException {
        return encoded();
    }

    @Override
    public byte[] encoded() throws IOException {
        writer.reset();
        json.serialize(writer, value);
        return writer.toByteArray();
    }

    @Override
    public Object decode(byte[] bytes) throws IOException {
        return json.deserialize(value.getClass(), bytes, bytes.length);
    }

    @Override
    public SamplesMessage message(Object decoded) {
        return PlainMessages.message(decoded);
    }
}
