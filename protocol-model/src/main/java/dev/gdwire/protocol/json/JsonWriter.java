package dev.gdwire.protocol.json;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Maybe;
import dev.gdwire.protocol.Packed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a JSON value, piece by piece. Whoever writes sees to it that it becomes one: each member of
 * an object starts with its {@link #name}, each item of an array with {@link #item()}, and what
 * {@link #start} began is ended. It is for one thread.
 */
public abstract class JsonWriter {
    /** How many objects and arrays can stand in each other; the Godot side reads no more. */
    public static final int MOST_LEVELS = 65;

    private static final double LARGEST_INTEGER = (1L << 53) - 1;

    private int levels;

    /** One to which nothing has been written. */
    protected JsonWriter() {}

    /** Writes a property. */
    public <T extends @Nullable Object> void field(FieldName name, T value, Writer<T> writer) {
        name(name);
        writer.write(value, this);
    }

    /** Writes a property. */
    public void field(FieldName name, boolean value) {
        name(name);
        bool(value);
    }

    /** Writes a property. */
    public void field(FieldName name, int value) {
        name(name);
        integer(value);
    }

    /** Writes a property. */
    public void field(FieldName name, long value) {
        name(name);
        integer(value);
    }

    /** Writes a property. */
    public void field(FieldName name, float value) {
        name(name);
        float32(value);
    }

    /** Writes a property. */
    public void field(FieldName name, double value) {
        name(name);
        number(value);
    }

    /** Writes a property. */
    public void field(FieldName name, String value) {
        name(name);
        text(value);
    }

    /** Writes a property that is a 64-bit integer, as text in decimal digits. */
    public void int64Field(FieldName name, long value) {
        name(name);
        int64(value);
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
            name(name);
            T present = value.orNull();
            if (present == null) {
                nothing();
            } else {
                writer.write(present, this);
            }
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

    /** Writes an item of an array. */
    public void item(boolean value) {
        item();
        bool(value);
    }

    /** Writes an item of an array. */
    public void item(int value) {
        item();
        integer(value);
    }

    /** Writes an item of an array. */
    public void item(long value) {
        item();
        integer(value);
    }

    /** Writes an item of an array. */
    public void item(float value) {
        item();
        float32(value);
    }

    /** Writes an item of an array. */
    public void item(double value) {
        item();
        number(value);
    }

    /** Writes an item of an array. */
    public void item(String value) {
        item();
        text(value);
    }

    /** Writes an item of an array that is a 64-bit integer, as text in decimal digits. */
    public void int64Item(long value) {
        item();
        int64(value);
    }

    /** Writes items of an array. */
    public void items(DoubleList values) {
        for (int i = 0; i < values.size(); i++) {
            item(values.get(i));
        }
    }

    /** Writes items of an array. */
    public void items(FloatList values) {
        for (int i = 0; i < values.size(); i++) {
            item(values.get(i));
        }
    }

    /** Starts a member of an object. */
    public abstract void name(FieldName name);

    /** Starts a member of an object. */
    public abstract void name(String name);

    /** Starts an item of an array. */
    public abstract void item();

    /** Writes {@code true} or {@code false}. */
    public abstract void bool(boolean value);

    /** Writes an integer. */
    public abstract void integer(long value);

    /** Writes an integer as text in decimal digits. */
    public abstract void int64(long value);

    /**
     * Writes a number.
     *
     * @param value finite
     */
    public abstract void number(double value);

    /**
     * Writes a 32-bit number.
     *
     * @param value finite
     */
    public abstract void float32(float value);

    /**
     * Writes text.
     *
     * @param value without halves of surrogate pairs
     */
    public abstract void text(String value);

    /** Writes text that has been prepared. */
    public void text(PreparedText text) {
        text(text.toString());
    }

    /** Writes bytes as text in base64 (RFC 4648, section 4, padded). */
    public abstract void packed(Packed value);

    /** Writes {@code null}. */
    public abstract void nothing();

    /** Writes any value. */
    public void json(JsonValue value) {
        switch (value.kind()) {
            case OBJECT -> members(value.members());
            case ARRAY -> items(value.items());
            case STRING -> text(value.asText());
            case NUMBER -> anyNumber(value.asDouble());
            case BOOLEAN -> bool(value.asBoolean());
            default -> nothing();
        }
    }

    private void members(Map<String, JsonValue> members) {
        int start = start();
        others(members, (value, out) -> out.json(value));
        endObject(start);
    }

    private void items(List<JsonValue> items) {
        int start = start();
        for (JsonValue value : items) {
            item();
            json(value);
        }
        endArray(start);
    }

    private void anyNumber(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_INTEGER) {
            integer((long) value);
        } else {
            number(value);
        }
    }

    /**
     * Starts an object or an array.
     *
     * @return what its end asks for
     * @throws InvalidValueException if it stands in as many others as can be
     */
    public int start() {
        if (++levels > MOST_LEVELS) {
            throw tooDeep();
        }
        return 0;
    }

    /** Ends an object. */
    public void endObject(int start) {
        levels--;
    }

    /** Ends an array. */
    public void endArray(int start) {
        levels--;
    }

    /** Gives up the value that was started first, with all in it, as if it had never been. */
    public void giveUp(int start) {
        levels = 0;
    }

    /** What is thrown where objects and arrays stand too deep in each other. */
    public static InvalidValueException tooDeep() {
        return new InvalidValueException("", "at most " + (MOST_LEVELS - 1) + " levels", "more");
    }
}
