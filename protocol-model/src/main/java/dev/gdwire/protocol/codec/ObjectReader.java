package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.Maybe;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one JSON object for a generated codec, which asks for its properties in the order of the
 * schema. Every fault is an {@link InvalidValueException} with its place seen from the object.
 */
public final class ObjectReader {
    private static final Set<String> TRANSPORT_KEYS = Set.of("$id", "$re", "$seq", "$ack");

    private final JsonNode json;
    private final @Nullable String discriminator;
    private final Set<String> names = new HashSet<>();

    private ObjectReader(JsonNode json, @Nullable String discriminator) {
        this.json = Read.kind(json, json.isObject(), "object");
        this.discriminator = discriminator;
    }

    /** Reads an object inside a message. */
    static ObjectReader of(JsonNode json) {
        return new ObjectReader(json, null);
    }

    /** Reads a message, whose discriminator and transport keys are no part of it. */
    static ObjectReader ofMessage(JsonNode json, String discriminator) {
        return new ObjectReader(json, discriminator);
    }

    /** A property that must be there. */
    public <T extends @Nullable Object> T required(String name, Reader<T> reader) {
        JsonNode value = find(name);
        if (value == null) {
            throw Check.fault(Words.member(name), "a value", "nothing");
        }
        return Read.member(name, value, reader);
    }

    /** A property that must be there, and is {@code true} or {@code false}. */
    public boolean bool(String name) {
        return required(name, Read::bool);
    }

    /** A property that must be there, and is an integer within +-(2^53-1). */
    public long integer(String name) {
        return required(name, Read::integer);
    }

    /** A property that must be there, and is a 32-bit integer. */
    public int int32(String name) {
        return required(name, Read::int32);
    }

    /** A property that must be there, and is a 64-bit integer as text. */
    public long int64(String name) {
        return required(name, Read::int64);
    }

    /** A property that must be there, and is a finite 64-bit number. */
    public double number(String name) {
        return required(name, Read::number);
    }

    /** A property that must be there, and is a finite 32-bit number. */
    public float float32(String name) {
        return required(name, Read::float32);
    }

    /** A property that must be there, and is text. */
    public String string(String name) {
        return required(name, Read::string);
    }

    /** A property that may be absent, which is null in Java. */
    public <T> @Nullable T optional(String name, Reader<T> reader) {
        JsonNode value = find(name);
        return value == null ? null : Read.member(name, value, reader);
    }

    /** A property that has a default value when it is absent. */
    public <T> T optional(String name, Reader<T> reader, T defaultValue) {
        JsonNode value = find(name);
        return value == null ? defaultValue : Read.member(name, value, reader);
    }

    /** A property that may be absent, and may be null. */
    public <T> Maybe<T> maybe(String name, Reader<T> reader) {
        JsonNode value = find(name);
        return value == null
                ? Maybe.absent()
                : Maybe.ofNullable(Read.member(name, value, Read.nullable(reader)));
    }

    /** Refuses every property that was not asked for. */
    public void refuseOthers() {
        for (String name : json.propertyNames()) {
            if (!names.contains(name) && !isOfTheWire(name)) {
                throw new InvalidValueException(
                        Words.member(name), "nothing", Words.kind(json.get(name)));
            }
        }
    }

    /** The properties that were not asked for, in their order. */
    public <T extends @Nullable Object> Map<String, T> others(Reader<T> reader) {
        Map<String, T> others = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String name = member.getKey();
            if (!names.contains(name) && !isOfTheWire(name)) {
                others.put(name, Read.member(name, member.getValue(), reader));
            }
        }
        return Collections.unmodifiableMap(others);
    }

    private boolean isOfTheWire(String name) {
        return discriminator != null
                && (name.equals(discriminator) || TRANSPORT_KEYS.contains(name));
    }

    private @Nullable JsonNode find(String name) {
        names.add(name);
        return json.get(name);
    }
}
