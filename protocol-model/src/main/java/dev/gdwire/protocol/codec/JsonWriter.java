package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.Maybe;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON value in UTF-8, without any white space. Text is escaped so that no newline ever
 * appears. It is for one thread.
 */
public final class JsonWriter {
    private byte[] buffer = new byte[256];
    private int size;
    private int depth = -1;

    JsonWriter() {}

    /** Writes a property. */
    public <T extends @Nullable Object> void field(String name, T value, Writer<T> writer) {
        if (buffer[size - 1] != '{') {
            put(',');
        }
        text(name);
        put(':');
        writer.write(value, this);
    }

    /** Writes a property, unless it is absent, which is null in Java. */
    public <T> void optional(String name, @Nullable T value, Writer<T> writer) {
        if (value != null) {
            field(name, value, writer);
        }
    }

    /** Writes a property, be it null, unless it is absent. */
    public <T> void maybe(String name, Maybe<T> value, Writer<T> writer) {
        if (!value.isAbsent()) {
            field(name, value.orNull(), Write.nullable(writer));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    void startObject() {
        enter();
        put('{');
    }

    void endObject() {
        depth--;
        put('}');
    }

    void startArray() {
        enter();
        put('[');
    }

    void item(int index) {
        if (index > 0) {
            put(',');
        }
    }

    void endArray() {
        depth--;
        put(']');
    }

    private void enter() {
        if (++depth > Depth.MOST) {
            throw Depth.fault();
        }
    }

    void raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put(ascii.charAt(i));
        }
    }

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
