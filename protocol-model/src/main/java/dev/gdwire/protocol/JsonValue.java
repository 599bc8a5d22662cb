package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.gdwire.protocol.codec.Check;
import dev.gdwire.protocol.codec.JsonForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, null too. It is immutable.
 *
 * <p>Values are equal as JSON Schema has it: numbers are 64-bit floats and equal by value (1 and
 * 1.0 are, and so are 0 and -0), objects are equal whatever the order of their members. The order
 * is kept for writing.
 */
public final class JsonValue {
    /** What a value can be. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** JSON's null, which is no Java null. */
    public static final JsonValue NULL = new JsonValue(Kind.NULL, "null");

    /** {@code true}. */
    public static final JsonValue TRUE = new JsonValue(Kind.BOOLEAN, true);

    /** {@code false}. */
    public static final JsonValue FALSE = new JsonValue(Kind.BOOLEAN, false);

    /** Added to -0 it makes 0. */
    private static final double POSITIVE_ZERO = 0.0;

    private final Kind kind;

    /** A String, Double, Boolean, List or Map; of null its name. */
    private final Object content;

    private JsonValue(Kind kind, Object content) {
        this.kind = kind;
        this.content = content;
    }

    /**
     * A text.
     *
     * @throws InvalidValueException if UTF-8 cannot hold it
     */
    public static JsonValue of(String text) {
        return new JsonValue(Kind.STRING, Check.text("", text));
    }

    /**
     * A number.
     *
     * @throws InvalidValueException if it is NaN or infinite
     */
    public static JsonValue of(double number) {
        return new JsonValue(Kind.NUMBER, Check.finite("", number) + POSITIVE_ZERO);
    }

    /**
     * An integer.
     *
     * @throws InvalidValueException if it is beyond +-(2^53-1), which JSON readers do not hold
     *     exactly
     */
    public static JsonValue of(long integer) {
        return new JsonValue(Kind.NUMBER, (double) Check.integer("", integer));
    }

    /** {@code true} or {@code false}. */
    public static JsonValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** An array of these items. */
    public static JsonValue ofItems(JsonValue... items) {
        return ofItems(Arrays.asList(items));
    }

    /** An array of these items, which are copied. */
    public static JsonValue ofItems(List<JsonValue> items) {
        return new JsonValue(Kind.ARRAY, List.copyOf(items));
    }

    /**
     * An object of these members, which are copied in their order.
     *
     * @throws InvalidValueException if UTF-8 cannot hold a name
     */
    public static JsonValue ofMembers(Map<String, JsonValue> members) {
        Map<String, JsonValue> copy = new LinkedHashMap<>();
        members.forEach((name, value) -> copy.put(Check.text("", name), Check.present("", value)));
        return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(copy));
    }

    /**
     * The value that a JSON text (RFC 8259) stands for.
     *
     * @throws DecodeException if it stands for none
     */
    public static JsonValue parse(String json) {
        return JsonForm.parse(json);
    }

    /**
     * The value of plain Java objects: of a String, Number, Boolean, List, Map or null. It is what
     * Jackson calls.
     *
     * @throws InvalidValueException if it is or holds something else, or JSON cannot hold it
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JsonValue fromObject(@Nullable Object value) {
        return JsonForm.fromObject(value);
    }

    /**
     * The value as plain Java objects: a String, Long, Double, Boolean, List, Map or null. Integers
     * within +-(2^53-1) are of the type Long.
     */
    @com.fasterxml.jackson.annotation.JsonValue
    public @Nullable Object toObject() {
        return switch (kind) {
            case NULL -> null;
            case NUMBER -> JsonForm.boxed(asDouble());
            case ARRAY -> plainItems();
            case OBJECT -> plainMembers();
            default -> content;
        };
    }

    /** What the value is. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** Whether it is a text. */
    public boolean isText() {
        return kind == Kind.STRING;
    }

    /** Whether it is a number. */
    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether it is a number without a fraction, such as 1.0. */
    public boolean isInteger() {
        return content instanceof Double number && number == Math.rint(number);
    }

    /** Whether it is {@code true} or {@code false}. */
    public boolean isBoolean() {
        return kind == Kind.BOOLEAN;
    }

    /** Whether it is null. */
    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /**
     * The text.
     *
     * @throws IllegalStateException if it is none
     */
    public String asText() {
        return as(String.class, Kind.STRING);
    }

    /**
     * The number.
     *
     * @throws IllegalStateException if it is none
     */
    public double asDouble() {
        return as(Double.class, Kind.NUMBER);
    }

    /**
     * The integer.
     *
     * @throws IllegalStateException if it is none, or beyond +-(2^53-1)
     */
    public long asLong() {
        Object number = JsonForm.boxed(asDouble());
        if (number instanceof Long integer) {
            return integer;
        }
        throw new IllegalStateException(this + " is no integer within +-(2^53-1)");
    }

    /**
     * The boolean.
     *
     * @throws IllegalStateException if it is none
     */
    public boolean asBoolean() {
        return as(Boolean.class, Kind.BOOLEAN);
    }

    /**
     * The items, which nobody can change.
     *
     * @throws IllegalStateException if it is no array
     */
    @SuppressWarnings("unchecked")
    public List<JsonValue> items() {
        return as(List.class, Kind.ARRAY);
    }

    /**
     * The members in their order, which nobody can change.
     *
     * @throws IllegalStateException if it is no object
     */
    @SuppressWarnings("unchecked")
    public Map<String, JsonValue> members() {
        return as(Map.class, Kind.OBJECT);
    }

    /** The member of this name; empty if there is none, or it is no object. */
    public Optional<JsonValue> get(String name) {
        return isObject() ? Optional.ofNullable(members().get(name)) : Optional.empty();
    }

    /** The item at an index from 0; empty if there is none, or it is no array. */
    public Optional<JsonValue> at(int index) {
        return isArray() && index >= 0 && index < items().size()
                ? Optional.of(items().get(index))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof JsonValue value
                        && kind == value.kind
                        && content.equals(value.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /** The value as JSON text, without white space. */
    @Override
    public String toString() {
        return JsonForm.text(this);
    }

    private <T> T as(Class<T> type, Kind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException("it is " + kind + ", not " + wanted);
        }
        return type.cast(content);
    }

    private List<@Nullable Object> plainItems() {
        List<@Nullable Object> plain = new ArrayList<>();
        items().forEach(item -> plain.add(item.toObject()));
        return Collections.unmodifiableList(plain);
    }

    private Map<String, @Nullable Object> plainMembers() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        members().forEach((name, value) -> plain.put(name, value.toObject()));
        return Collections.unmodifiableMap(plain);
    }
}
