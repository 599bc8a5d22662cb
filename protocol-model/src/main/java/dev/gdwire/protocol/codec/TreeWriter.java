package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.FieldName;
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
        out.startObject();
        return out;
    }

    /** Starts an array, whose items are to be written. */
    public static TreeWriter array() {
        TreeWriter out = new TreeWriter();
        out.startArray();
        out.isArray = true;
        return out;
    }

    /** Ends the object or array that was started. */
    public JsonValue end() {
        if (isArray) {
            endArray();
        } else {
            endObject();
        }
        return whole;
    }

    @Override
    void startObject() {
        super.startObject();
        open.push(new Container(new LinkedHashMap<>(), new ArrayList<>()));
    }

    @Override
    void endObject() {
        super.endObject();
        json(JsonValue.ofMembers(open.pop().members));
    }

    @Override
    void startArray() {
        super.startArray();
        open.push(new Container(new LinkedHashMap<>(), new ArrayList<>()));
    }

    @Override
    void endArray() {
        super.endArray();
        json(JsonValue.ofItems(open.pop().items));
    }

    @Override
    void name(FieldName name) {
        name(name.name());
    }

    @Override
    void name(String name) {
        open.getFirst().name = name;
    }

    @Override
    void item() {
        open.getFirst().name = null;
    }

    @Override
    void bool(boolean value) {
        json(JsonValue.of(value));
    }

    @Override
    void integer(long value) {
        json(JsonValue.of(value));
    }

    @Override
    void number(double value) {
        json(JsonValue.of(value));
    }

    /** As the number that is read where the shortest decimals of it are written. */
    @Override
    void float32(float value) {
        json(JsonValue.of(Double.parseDouble(Float.toString(value))));
    }

    @Override
    void text(String value) {
        json(JsonValue.of(value));
    }

    @Override
    void nothing() {
        json(JsonValue.NULL);
    }

    @Override
    void json(JsonValue value) {
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
