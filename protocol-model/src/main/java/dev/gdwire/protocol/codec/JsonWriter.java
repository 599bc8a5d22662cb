package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Maybe;
import dev.gdwire.protocol.json.FieldName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one JSON value, piece by piece. It is for one thread. */
public abstract class JsonWriter {
    private int depth = -1;

    JsonWriter() {}

    /** Writes a property. */
    public <T extends @Nullable Object> void field(FieldName name, T value, Writer<T> writer) {
        name(name);
        writer.write(value, this);
    }

    /** Writes a property, unless it is absent, which is null in Java. */
    public <T> void optional(FieldName name, @Nullable T value, Writer<T> writer) {
        if (value != null) {
            field(name, value, writer);
        }
    }

    /** Writes a property, be it null, unless it is absent. */
    public <T> void maybe(FieldName name, Maybe<T> value, Writer<T> writer) {
        if (!value.isAbsent()) {
            field(name, value.orNull(), Write.nullable(writer));
        }
    }

    /** Writes properties that have no field. */
    public <T extends @Nullable Object> void others(Map<String, T> members, Writer<T> writer) {
        members.forEach(
                (name, value) -> {
                    name(name);
                    writer.write(value, this);
                });
    }

    /** Writes an item of an array. */
    public <T extends @Nullable Object> void item(T value, Writer<T> writer) {
        item();
        writer.write(value, this);
    }

    abstract void name(FieldName name);

    abstract void name(String name);

    abstract void item();

    abstract void bool(boolean value);

    abstract void integer(long value);

    abstract void number(double value);

    abstract void float32(float value);

    abstract void text(String value);

    abstract void nothing();

    abstract void json(JsonValue value);

    void startObject() {
        enter();
    }

    void endObject() {
        depth--;
    }

    void startArray() {
        enter();
    }

    void endArray() {
        depth--;
    }

    /** How many objects and arrays stand around the one that is open; -1 when none is. */
    int depth() {
        return depth;
    }

    private void enter() {
        if (++depth > Depth.MOST) {
            throw Depth.fault();
        }
    }
}
