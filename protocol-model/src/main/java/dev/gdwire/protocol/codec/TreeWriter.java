package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.Packed;
import dev.gdwire.protocol.json.FieldName;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.protocol.json.JsonWriter;
import dev.gdwire.protocol.json.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link JsonValue} of what it takes. */
public final class TreeWriter extends JsonWriter {
    private final Deque<Container> open = new ArrayDeque<>();
    private JsonValue whole = JsonValue.NULL;
    private boolean isArray;
    private int start;

    private TreeWriter() {}

    /** A value as JSON. */
    public static <T extends @Nullable Object> JsonValue write(T value, Writer<T> writer) {
        TreeWriter out = new TreeWriter();
        writer.write(value, out);
        return out.whole;
    }

    /** Starts an object, whose members are to be written. */
    public static TreeWriter object() {
        TreeWriter out = new TreeWriter();
        out.start = out.start();
        return out;
    }

    /** Starts an array, whose items are to be written. */
    public static TreeWriter array() {
        TreeWriter out = new TreeWriter();
        out.start = out.start();
        out.isArray = true;
        return out;
    }

    /** Ends the object or array that was started. */
    public JsonValue end() {
        if (isArray) {
            endArray(start);
        } else {
            endObject(start);
        }
        return whole;
    }

    @Override
    public int start() {
        open.push(new Container(new LinkedHashMap<>(), new ArrayList<>()));
        return super.start();
    }

    @Override
    public void endObject(int start) {
        super.endObject(start);
        json(JsonValue.ofMembers(open.pop().members));
    }

    @Override
    public void endArray(int start) {
        super.endArray(start);
        json(JsonValue.ofItems(open.pop().items));
    }

    @Override
    public void name(FieldName name) {
        name(name.name());
    }

    @Override
    public void name(String name) {
        open.getFirst().name = name;
    }

    @Override
    public void item() {
        open.getFirst().name = null;
    }

    @Override
    public void bool(boolean value) {
        json(JsonValue.of(value));
    }

    @Override
    public void integer(long value) {
        json(JsonValue.of(value));
    }

    @Override
    public void int64(long value) {
        text(Long.toString(value));
    }

    @Override
    public void number(double value) {
        json(JsonValue.of(value));
    }

    /** As the number that is read where the shortest decimals of it are written. */
    @Override
    public void float32(float value) {
        byte[] decimal = JsonOutput.bytes(value, Write::float32);
        json(JsonValue.of(Double.parseDouble(new String(decimal, StandardCharsets.US_ASCII))));
    }

    @Override
    public void text(String value) {
        json(JsonValue.of(value));
    }

    @Override
    public void packed(Packed value) {
        text(value.toBase64());
    }

    @Override
    public void nothing() {
        json(JsonValue.NULL);
    }

    @Override
    public void json(JsonValue value) {
        if (open.isEmpty()) {
            whole = value;
        } else {
            open.getFirst().add(value);
        }
    }

    /** An object or an array that has not ended yet. */
    private static final class Container {
        private final Map<String, JsonValue> members;
        private final List<JsonValue> items;
        private @Nullable String name;

        Container(Map<String, JsonValue> members, List<JsonValue> items) {
            this.members = members;
            this.items = items;
        }

        void add(JsonValue value) {
            if (name == null) {
                items.add(value);
            } else {
                members.put(name, value);
            }
        }
    }
}
