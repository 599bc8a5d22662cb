package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON value as the key of a hash map. It has an order, for the sake of values whose hashes are
 * equal: whoever wants to send such values can find as many as they like, and a map of keys without
 * an order would have to look at all of them for each.
 */
record JsonKey(JsonValue value) implements Comparable<JsonKey> {
    private static final Comparator<JsonValue> ORDER = JsonKey::compare;

    @Override
    public int compareTo(JsonKey other) {
        return compare(value, other.value);
    }

    /** Any order in which equal values, and no others, are alike. */
    private static int compare(JsonValue one, JsonValue other) {
        if (one.kind() != other.kind()) {
            return one.kind().compareTo(other.kind());
        }
        return switch (one.kind()) {
            case STRING -> one.asText().compareTo(other.asText());
            case NUMBER -> Double.compare(one.asDouble(), other.asDouble());
            case BOOLEAN -> Boolean.compare(one.asBoolean(), other.asBoolean());
            case ARRAY -> compareAll(one.items(), other.items(), ORDER);
            case OBJECT -> compareMembers(one.members(), other.members());
            case NULL -> 0;
        };
    }

    private static <T> int compareAll(List<T> some, List<T> others, Comparator<T> order) {
        int result = Integer.compare(some.size(), others.size());
        for (int i = 0; result == 0 && i < some.size(); i++) {
            result = order.compare(some.get(i), others.get(i));
        }
        return result;
    }

    private static int compareMembers(Map<String, JsonValue> some, Map<String, JsonValue> others) {
        if (some.size() != others.size()) {
            return Integer.compare(some.size(), others.size());
        }
        Map<String, JsonValue> first = new TreeMap<>(some);
        Map<String, JsonValue> second = new TreeMap<>(others);
        int result =
                compareAll(
                        List.copyOf(first.keySet()),
                        List.copyOf(second.keySet()),
                        Comparator.naturalOrder());
        return result != 0
                ? result
                : compareAll(List.copyOf(first.values()), List.copyOf(second.values()), ORDER);
    }
}
