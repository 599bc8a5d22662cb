package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;

/** What is compared. */
public enum Library {
    /** The generated codec. */
    GDWIRE("Gdwire"),
    /** The generated codec, writing into a buffer that is used again; it reads like the other. */
    GDWIRE_IN_PLACE("Gdwire, in place"),
    /** Jackson 2 databind, to which all others are related. */
    JACKSON2("Jackson 2"),
    /** Jackson 3 databind. */
    JACKSON3("Jackson 3"),
    /** The library fastjson2. */
    FASTJSON2("fastjson2"),
    /** The library dsl-json. */
    DSL_JSON("dsl-json"),
    /** The library avaje-jsonb. */
    AVAJE_JSONB("avaje-jsonb");

    /** A sentence on {@link #reads}. */
    static final String WITHOUT_FIGURES =
            "No figure for avaje-jsonb on decoding 1,000 doubles: it reads some as their"
                    + " neighbours.";

    private final String label;

    Library(String label) {
        this.label = label;
    }

    /** What people call it. */
    String label() {
        return label;
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
            case JACKSON2 -> new Jackson2Codec(message);
            case JACKSON3 -> new Jackson3Codec(message);
            case FASTJSON2 -> new Fastjson2Codec(message);
            case DSL_JSON -> new DslJsonCodec(message);
            case AVAJE_JSONB -> new AvajeJsonbCodec(message);
        };
    }
}
