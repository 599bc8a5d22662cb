package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.InvalidValueException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Copies of lists and maps that nobody can change, for generated constructors. An item that its
 * rule refuses is an {@link InvalidValueException} that names its place.
 */
public final class Copy {
    private Copy() {}

    /** A rule that lets null pass. */
    public static <T extends @Nullable Object> UnaryOperator<T> nullable(UnaryOperator<T> rule) {
        return item -> item == null ? item : rule.apply(item);
    }

    /** A member of a map, whose value may be null. */
    public static <T extends @Nullable Object> Map.Entry<String, T> entry(String name, T value) {
        return new AbstractMap.SimpleImmutableEntry<>(name, value);
    }

    /** A map of these members, in this order. */
    @SafeVarargs
    public static <T extends @Nullable Object> Map<String, T> mapOf(
            Map.Entry<String, T>... members) {
        Map<String, T> map = new LinkedHashMap<>();
        for (Map.Entry<String, T> member : members) {
            map.put(member.getKey(), member.getValue());
        }
        return Collections.unmodifiableMap(map);
    }

    /** Copies a list; the rule checks, and may copy, each item. */
    public static <T extends @Nullable Object> List<T> list(
            String place, @Nullable List<T> list, UnaryOperator<T> rule) {
        List<T> source = Check.present(place, list);
        List<T> copy = new ArrayList<>(source.size());
        for (T item : source) {
            try {
                copy.add(rule.apply(item));
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.join(place, Words.step(copy.size())), fault);
            }
        }
        return Collections.unmodifiableList(copy);
    }

    /** Copies a map in its order; the rule checks, and may copy, each value. */
    public static <T extends @Nullable Object> Map<String, T> map(
            String place, @Nullable Map<String, T> map, UnaryOperator<T> rule) {
        Map<String, T> copy = new LinkedHashMap<>();
        for (Map.Entry<String, T> member : Check.present(place, map).entrySet()) {
            Check.text(place, member.getKey());
            try {
                copy.put(member.getKey(), rule.apply(member.getValue()));
            } catch (InvalidValueException fault) {
                throw Words.inside(Words.join(place, Words.member(member.getKey())), fault);
            }
        }
        return Collections.unmodifiableMap(copy);
    }
}
