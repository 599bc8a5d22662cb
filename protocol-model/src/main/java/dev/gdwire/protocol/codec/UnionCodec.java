package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.FieldNames;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.JsonWriter;
import dev.gdwire.protocol.json.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Reads and writes objects of one of several types, which the value of a property tells apart. It
 * is immutable.
 *
 * @param <U> what all of them are
 */
public final class UnionCodec<U> {
    private final String property;
    private final Map<JsonValue, Function<ObjectReader, ? extends U>> readers;
    private final Map<Class<?>, Writer<U>> writers;
    private final FieldNames name;
    private final Function<JsonInput, DirectReader<? extends U>> directCase;

    private UnionCodec(Builder<U> builder) {
        this.property = builder.property;
        this.readers = new LinkedHashMap<>(builder.readers);
        this.writers = new HashMap<>(builder.writers);
        this.name = FieldNames.of(property);
        this.directCase = directCase(builder.direct);
    }

    /** Texts are told apart by their bytes. */
    private static <U> Function<JsonInput, DirectReader<? extends U>> directCase(
            Map<JsonValue, DirectReader<? extends U>> cases) {
        if (!cases.keySet().stream().allMatch(value -> value.kind() == JsonValue.Kind.STRING)) {
            return in -> Direct.oneOf(cases, Direct.json(in));
        }
        FieldNames words =
                FieldNames.of(
                        cases.keySet().stream().map(JsonValue::asText).toArray(String[]::new));
        List<DirectReader<? extends U>> readers = List.copyOf(cases.values());
        return in -> readers.get(in.word(words));
    }

    /** Starts a codec of types that a property tells apart. */
    public static <U> Builder<U> by(String property) {
        return new Builder<>(property);
    }

    /** Reads the object as the type that its property says. */
    public U read(ObjectReader in) {
        return in.<Function<ObjectReader, ? extends U>>required(property, this::reader).apply(in);
    }

    private Function<ObjectReader, ? extends U> reader(JsonNode value) {
        Function<ObjectReader, ? extends U> reader =
                value.isContainer() ? null : readers.get(Read.json(value));
        if (reader == null) {
            throw Read.fault(Words.oneOf(readers.keySet()), Words.describe(value));
        }
        return reader;
    }

    /** Reads the object from bytes as the type that its property says. */
    public U direct(JsonInput in) {
        return in.find(name, directCase).read(in);
    }

    /** Writes the members of an object. */
    public void write(U value, JsonWriter out) {
        Writer<U> writer = writers.get(value.getClass());
        if (writer == null) {
            throw new IllegalArgumentException("no case for " + value.getClass().getName());
        }
        writer.write(value, out);
    }

    /**
     * Collects the types.
     *
     * @param <U> what all of them are
     */
    public static final class Builder<U> {
        private final String property;
        private final Map<JsonValue, Function<ObjectReader, ? extends U>> readers =
                new LinkedHashMap<>();
        private final Map<Class<?>, Writer<U>> writers = new HashMap<>();
        private final Map<JsonValue, DirectReader<? extends U>> direct = new LinkedHashMap<>();

        private Builder(String property) {
            this.property = property;
        }

        /** A type for which one text stands. */
        public <T extends U> Builder<U> with(
                Class<T> type,
                Function<ObjectReader, T> reader,
                DirectReader<T> direct,
                Writer<T> writer,
                String text) {
            return with(type, reader, direct, writer, JsonValue.of(text));
        }

        /** A type for which each of these values stands. */
        public <T extends U> Builder<U> with(
                Class<T> type,
                Function<ObjectReader, T> reader,
                DirectReader<T> directReader,
                Writer<T> writer,
                JsonValue... values) {
            for (JsonValue value : values) {
                readers.put(value, reader);
                direct.put(value, directReader);
            }
            writers.put(type, (value, out) -> writer.write(type.cast(value), out));
            return this;
        }

        /** The codec. */
        public UnionCodec<U> build() {
            return new UnionCodec<>(this);
        }
    }
}
