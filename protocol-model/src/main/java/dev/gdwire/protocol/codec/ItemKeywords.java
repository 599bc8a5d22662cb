package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keywords that speak of arrays. */
final class ItemKeywords {
    private ItemKeywords() {}

    static Constraint minItems(long limit) {
        return value ->
                !value.isArray() || value.items().size() >= limit
                        ? null
                        : Words.tooFew(value.items().size(), limit, "items");
    }

    static Constraint maxItems(long limit) {
        return value ->
                !value.isArray() || value.items().size() <= limit
                        ? null
                        : Words.tooMany(value.items().size(), limit, "items");
    }

    /** No two items are equal. */
    static @Nullable Fault unique(JsonValue value) {
        return value.isArray() ? firstTwice(value.items()) : null;
    }

    /** The fault of items of which two are equal. */
    static @Nullable Fault firstTwice(Iterable<? extends @Nullable Object> items) {
        Map<@Nullable Object, Integer> seen = new HashMap<>();
        int index = 0;
        for (Object item : items) {
            Object key = item instanceof JsonValue value ? new JsonKey(value) : item;
            Integer first = seen.putIfAbsent(key, index);
            if (first != null) {
                return Fault.of("items that all differ", "the same at " + first + " and " + index);
            }
            index++;
        }
        return null;
    }

    /** The first items fit these, the rest fits another. */
    static Constraint items(List<Constraint> prefix, Constraint rest) {
        return value -> value.isArray() ? firstFault(value.items(), prefix, rest) : null;
    }

    private static @Nullable Fault firstFault(
            List<JsonValue> items, List<Constraint> prefix, Constraint rest) {
        for (int i = 0; i < items.size(); i++) {
            Fault fault = (i < prefix.size() ? prefix.get(i) : rest).fault(items.get(i));
            if (fault != null) {
                return fault.inside(Words.step(i));
            }
        }
        return null;
    }

    /** As many items as these fit. */
    static Constraint contains(Constraint wanted, long least, long most) {
        return value -> {
            if (!value.isArray()) {
                return null;
            }
            long count = value.items().stream().filter(wanted::fits).count();
            if (count >= least && count <= most) {
                return null;
            }
            String limit = count < least ? "at least " + least : "at most " + most;
            return Fault.of(limit + " items as \"contains\" says", count + " such items");
        };
    }
}
