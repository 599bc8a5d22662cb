package dev.gdwire.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a property holds that may be absent and may be null, which are two things on the wire. It is
 * immutable.
 *
 * <p>Gdwire's codecs keep all three states. Stock Jackson mappers write all three, but read a null
 * as absent: their annotations cannot tell the two apart.
 *
 * @param <T> type of its value
 */
public final class Maybe<T> {
    private static final Maybe<?> ABSENT = new Maybe<>(State.ABSENT, null);
    private static final Maybe<?> NULL = new Maybe<>(State.NULL, null);

    private final State state;
    private final @Nullable T value;

    private enum State {
        ABSENT,
        NULL,
        VALUE
    }

    private Maybe(State state, @Nullable T value) {
        this.state = state;
        this.value = value;
    }

    /** The property is not there. */
    @SuppressWarnings("unchecked")
    public static <T> Maybe<T> absent() {
        return (Maybe<T>) ABSENT;
    }

    /** The property is there, and null. */
    @SuppressWarnings("unchecked")
    public static <T> Maybe<T> ofNull() {
        return (Maybe<T>) NULL;
    }

    /** The property has a value. */
    public static <T> Maybe<T> of(T value) {
        return new Maybe<>(State.VALUE, Objects.requireNonNull(value, "value"));
    }

    /** The property is there: with a value, or null. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static <T> Maybe<T> ofNullable(@Nullable T value) {
        return value == null ? ofNull() : of(value);
    }

    /** Whether the property is not there. */
    @JsonIgnore
    public boolean isAbsent() {
        return state == State.ABSENT;
    }

    /** Whether the property is there, and null. */
    @JsonIgnore
    public boolean isNull() {
        return state == State.NULL;
    }

    /** Whether the property has a value. */
    @JsonIgnore
    public boolean isValue() {
        return state == State.VALUE;
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException if the property is absent or null
     */
    public T get() {
        if (value == null) {
            throw new NoSuchElementException(
                    "the property is " + (isNull() ? "null" : "absent") + "; ask isValue() first");
        }
        return value;
    }

    /** The value, or null when the property is absent or null. */
    @JsonValue
    public @Nullable T orNull() {
        return value;
    }

    /** The value, or another when the property is absent or null. */
    public T orElse(T other) {
        return value == null ? other : value;
    }

    /** Does something with the value, if there is one. */
    public void ifValue(Consumer<? super T> action) {
        if (value != null) {
            action.accept(value);
        }
    }

    /** The same state with another value, if there is one. */
    public Maybe<T> map(UnaryOperator<T> change) {
        return value == null ? this : of(change.apply(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Maybe<?> maybe
                && state == maybe.state
                && Objects.equals(value, maybe.value);
    }

    @Override
    public int hashCode() {
        return 31 * state.ordinal() + Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return switch (state) {
            case ABSENT -> "absent";
            case NULL -> "null";
            case VALUE -> String.valueOf(value);
        };
    }

    /**
     * Tells {@code @JsonInclude} of Jackson which values to leave out: it is equal to those that
     * are absent.
     */
    public static final class AbsentFilter {
        /** A filter. */
        public AbsentFilter() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other == null || other instanceof Maybe<?> maybe && maybe.isAbsent();
        }

        @Override
        public int hashCode() {
            return ABSENT.hashCode();
        }
    }
}
