package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON value in UTF-8, without any white space. Text is escaped so that no newline ever
 * appears.
 */
final class Utf8Writer extends JsonWriter {
    private byte[] buffer = new byte[256];
    private int size;

    Utf8Writer() {}

    /** A value as bytes. */
    static <T extends @Nullable Object> byte[] write(T value, Writer<T> writer) {
        Utf8Writer out = new Utf8Writer();
        writer.write(value, out);
        return out.toByteArray();
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    @Override
    void startObject() {
        super.startObject();
        put('{');
    }

    @Override
    void endObject() {
        super.endObject();
        put('}');
    }

    @Override
    void startArray() {
        super.startArray();
        put('[');
    }

    @Override
    void endArray() {
        super.endArray();
        put(']');
    }

    @Override
    void name(String name) {
        if (buffer[size - 1] != '{') {
            put(',');
        }
        text(name);
        put(':');
    }

    @Override
    void item() {
        if (buffer[size - 1] != '[') {
            put(',');
        }
    }

    @Override
    void bool(boolean value) {
        raw(value ? "true" : "false");
    }

    @Override
    void integer(long value) {
        raw(Long.toString(value));
    }

    @Override
    void number(double value) {
        double distance = Math.abs(value);
        String text = Double.toString(value);
        raw(distance >= 0.001 && distance < 0.1 ? withExponent(text) : text);
    }

    /** Godot counts the zeros after the point as digits, and would drop as many at the end. */
    private static String withExponent(String text) {
        int point = text.indexOf('.');
        int first = point + 1;
        while (text.charAt(first) == '0') {
            first++;
        }
        String sign = text.startsWith("-") ? "-" : "";
        String rest = first + 1 < text.length() ? text.substring(first + 1) : "0";
        return sign + text.charAt(first) + "." + rest + "E-" + (first - point);
    }

    @Override
    void float32(float value) {
        raw(Float.toString(value));
    }

    @Override
    void nothing() {
        raw("null");
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

    @Override
    void text(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                raw(JsonText.escape(c));
            } else if (c < 0x80) {
                put(c);
            } else if (Character.isSurrogate(c)) {
                putCodePoint(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                putCodePoint(c);
            }
        }
        put('"');
    }

    private void raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

    private void putCodePoint(int c) {
        if (c < 0x800) {
            put(0xc0 | c >> 6);
        } else if (c < 0x10000) {
            put(0xe0 | c >> 12);
            put(0x80 | c >> 6 & 0x3f);
        } else {
            put(0xf0 | c >> 18);
            put(0x80 | c >> 12 & 0x3f);
            put(0x80 | c >> 6 & 0x3f);
        }
        put(0x80 | c & 0x3f);
    }

    private void put(int value) {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, size * 2);
        }
        buffer[size++] = (byte) value;
    }
}
