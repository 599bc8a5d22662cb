package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.JsonValue;
import dev.gdwire.protocol.json.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON values are made of, and made to. */
public final class JsonForm {
    private static final double LARGEST_INTEGER = (1L << 53) - 1;

    private JsonForm() {}

    /**
     * The value that a JSON text stands for.
     *
     * @throws dev.gdwire.protocol.DecodeException if it stands for none
     */
    public static JsonValue parse(String json) {
        try {
            return Read.json(JsonParser.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidValueException fault) {
            throw Words.asDecodeException(fault);
        }
    }

    /** The value as JSON text. */
    public static String text(JsonValue value) {
        return new String(JsonOutput.bytes(value, Write::json), StandardCharsets.UTF_8);
    }

    /**
     * A number as the most exact of Java's types: integers that a double holds exactly are Long.
     */
    public static Object boxed(double number) {
        if (isLong(number)) {
            return (long) number;
        }
        return number;
    }

    /** The value of plain Java objects. */
    public static JsonValue fromObject(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof String text) {
            return JsonValue.of(text);
        }
        if (value instanceof Number number) {
            return JsonValue.of(number.doubleValue());
        }
        if (value instanceof Boolean bool) {
            return JsonValue.of(bool);
        }
        if (value instanceof Iterable<?> items) {
            return fromItems(items);
        }
        if (value instanceof Map<?, ?> members) {
            return fromMembers(members);
        }
        throw new InvalidValueException("", "JSON value", value.getClass().getName());
    }

    static boolean isLong(double number) {
        return number == Math.rint(number) && Math.abs(number) <= LARGEST_INTEGER;
    }

    private static JsonValue fromItems(Iterable<?> items) {
        List<JsonValue> values = new ArrayList<>();
        for (Object item : items) {
            try {
                values.add(fromObject(item));
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.step(values.size()), fault);
            }
        }
        return JsonValue.ofItems(values);
    }

    private static JsonValue fromMembers(Map<?, ?> members) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            try {
                values.put(name, fromObject(member.getValue()));
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.member(name), fault);
            }
        }
        return JsonValue.ofMembers(values);
    }
}
