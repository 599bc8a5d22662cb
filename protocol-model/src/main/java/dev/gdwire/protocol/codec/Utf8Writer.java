package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/** Writes one JSON value in UTF-8, without any white space and in one line. */
final class Utf8Writer extends JsonWriter {
    private final JsonOutput out;

    /** Where the objects and arrays start that have not ended yet. */
    private final int[] starts = new int[Depth.MOST + 1];

    Utf8Writer(JsonOutput out) {
        this.out = out;
    }

    /** A value as bytes. */
    static <T extends @Nullable Object> byte[] write(T value, Writer<T> writer) {
        JsonOutput out = new JsonOutput();
        writer.write(value, new Utf8Writer(out));
        return out.toByteArray();
    }

    @Override
    void startObject() {
        super.startObject();
        starts[depth()] = out.start();
    }

    @Override
    void endObject() {
        out.endObject(starts[depth()]);
        super.endObject();
    }

    @Override
    void startArray() {
        super.startArray();
        starts[depth()] = out.start();
    }

    @Override
    void endArray() {
        out.endArray(starts[depth()]);
        super.endArray();
    }

    @Override
    void name(FieldName name) {
        out.name(name);
    }

    @Override
    void name(String name) {
        out.name(name);
    }

    @Override
    void item() {
        out.item();
    }

    @Override
    void bool(boolean value) {
        out.bool(value);
    }

    @Override
    void integer(long value) {
        out.integer(value);
    }

    @Override
    void number(double value) {
        out.number(value);
    }

    @Override
    void float32(float value) {
        out.float32(value);
    }

    @Override
    void text(String value) {
        out.text(value);
    }

    @Override
    void nothing() {
        out.nothing();
    }

    @Override
    void json(JsonValue value) {
        switch (value.kind()) {
            case OBJECT -> Write.map(Write::json).write(value.members(), this);
            case ARRAY -> Write.list(Write::json).write(value.items(), this);
            case STRING -> text(value.asText());
            case NUMBER -> jsonNumber(value.asDouble());
            case BOOLEAN -> bool(value.asBoolean());
            default -> nothing();
        }
    }

    private void jsonNumber(double value) {
        if (JsonForm.isLong(value)) {
            integer((long) value);
        } else {
            number(value);
        }
    }
}
