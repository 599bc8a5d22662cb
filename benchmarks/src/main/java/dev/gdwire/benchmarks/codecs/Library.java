package dev.gdwire.benchmarks.codecs;

import com.alibaba.fastjson2.JSON;
import com.dslplatform.json.DslJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gdwire.benchmarks.report.Releases;
import dev.gdwire.benchmarks.report.Series;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.avaje.jsonb.Jsonb;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What is compared. */
public enum Library implements Series {
    /** The generated codec. */
    GDWIRE("Gdwire", 0x2f7fb8),
    /** The generated codec, writing into a buffer that is used again; it reads like the other. */
    GDWIRE_IN_PLACE("Gdwire, in place", 0x8cc3e8),
    /** The generated codec of the same numbers packed, in base64. */
    GDWIRE_BASE64("Gdwire, packed: base64", 0x1f5f8f),
    /** The generated codec of the same numbers packed, in a blob before the line. */
    GDWIRE_BLOB("Gdwire, packed: blob", 0x123f63),
    /** Jackson 2 databind, to which all others are related. */
    JACKSON2("Jackson 2", 0x66727f),
    /** Jackson 3 databind. */
    JACKSON3("Jackson 3", 0xaab4be),
    /** The library fastjson2. */
    FASTJSON2("fastjson2", 0xe3a857),
    /** The library dsl-json. */
    DSL_JSON("dsl-json", 0x7fb08a),
    /** The library avaje-jsonb. */
    AVAJE_JSONB("avaje-jsonb", 0xb18bb8);

    /** A sentence on {@link #reads}. */
    static final String WITHOUT_FIGURES =
            "No figure for avaje-jsonb on decoding 1,000 doubles: it reads some as their"
                    + " neighbours.";

    private final String label;
    private final Color color;

    Library(String label, int rgb) {
        this.label = label;
        color = new Color(rgb);
    }

    /** Which releases are compared, in a sentence. */
    static String releases() {
        return Releases.line(
                List.of(
                        ObjectMapper.class,
                        JsonMapper.class,
                        JSON.class,
                        DslJson.class,
                        Jsonb.class));
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Color color() {
        return color;
    }

    @Override
    public boolean standsOut() {
        return this == GDWIRE;
    }

    /** Those with bars in the chart: next to packed numbers no other bar would be seen. */
    static List<Library> charted() {
        return Arrays.stream(values()).filter(library -> !library.isPacked()).toList();
    }

    /** Whether it has the numbers of a message packed. */
    boolean isPacked() {
        return this == GDWIRE_BASE64 || this == GDWIRE_BLOB;
    }

    /**
     * Whether it reads this message as it was. A double of 16 digits and more is read by
     * avaje-jsonb as one of its neighbours, and no setting changes that.
     */
    boolean reads(Sample sample) {
        return this != AVAJE_JSONB || sample != Sample.DOUBLES;
    }

    /** A codec that has this message to write. A fork loads the classes of one library only. */
    Codec codec(SamplesMessage message) {
        return switch (this) {
            case GDWIRE -> new GdwireCodec(message);
            case GDWIRE_IN_PLACE -> new GdwireInPlaceCodec(message);
            case GDWIRE_BASE64 -> new GdwireBase64Codec(message);
            case GDWIRE_BLOB -> new GdwireBlobCodec(message);
            case JACKSON2 -> new Jackson2Codec(message);
            case JACKSON3 -> new Jackson3Codec(message);
            case FASTJSON2 -> new Fastjson2Codec(message);
            case DSL_JSON -> new DslJsonCodec(message);
            case AVAJE_JSONB -> new AvajeJsonbCodec(message);
        };
    }
}
