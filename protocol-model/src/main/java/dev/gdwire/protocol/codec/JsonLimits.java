package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.json.LimitScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How much JSON may hold in one place, wherever that is: also in what nobody reads. Thread-safe.
 *
 * @param text the longest text and the longest name, in UTF-16 units; at least 1
 * @param items the most items of an array, and the most members of an object; at least 1
 */
public record JsonLimits(int text, int items) {
    /** How many bytes there are at least around a text, and around the items of an array. */
    private static final int BYTES_AROUND = 2;

    /** How many bytes an item and its comma have at least. */
    private static final int BYTES_OF_ITEM = 2;

    public JsonLimits {
        if (text < 1 || items < 1) {
            throw new IllegalArgumentException(
                    "Limits are at least 1: text %d, items %d".formatted(text, items));
        }
    }

    /**
     * Whether bytes are within the limits for sure. Few bytes are, without a look at them; more are
     * read once, and nothing is made of them.
     *
     * @return false if {@link #fault} is to be asked, once the bytes have been parsed
     */
    public boolean surelyHold(byte[] json, int from, int to) {
        long inside = to - from - BYTES_AROUND;
        return inside <= text && inside <= (long) BYTES_OF_ITEM * items
                || LimitScan.holds(json, from, to, text, items);
    }

    /**
     * The first fault of a value, in the order of its text; null if it is within the limits. An
     * object or array is looked at before what is in it, a name before its value.
     */
    public @Nullable DecodeException fault(JsonNode value) {
        return new Walk(this).fault(value);
    }

    /** A look at all of a value. */
    private static final class Walk {
        private final JsonLimits limits;

        /** The way to a fault, its last step first. */
        private final List<String> steps = new ArrayList<>();

        private String expected = "";

        Walk(JsonLimits limits) {
            this.limits = limits;
        }

        @Nullable DecodeException fault(JsonNode value) {
            if (fits(value)) {
                return null;
            }
            StringBuilder path = new StringBuilder("$");
            for (int i = steps.size() - 1; i >= 0; i--) {
                path.append(steps.get(i).startsWith("[") ? "" : ".").append(steps.get(i));
            }
            return new DecodeException(path.toString(), expected, "more");
        }

        private boolean fits(JsonNode value) {
            return switch (value.getNodeType()) {
                case STRING -> isShort(value.stringValue(), "text of ");
                case ARRAY -> isSmall(value, " items") && itemsFit(value);
                case OBJECT -> isSmall(value, " members") && membersFit(value);
                default -> true;
            };
        }

        private boolean isShort(String word, String what) {
            return word.length() <= limits.text
                    || fails(what, limits.text, " characters (limit: text)");
        }

        private boolean isSmall(JsonNode container, String unit) {
            return container.size() <= limits.items
                    || fails("", limits.items, unit + " (limit: items)");
        }

        private boolean itemsFit(JsonNode array) {
            int index = 0;
            for (JsonNode item : array) {
                if (!fits(item)) {
                    steps.add(Words.step(index));
                    return false;
                }
                index++;
            }
            return true;
        }

        private boolean membersFit(JsonNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (!isShort(member.getKey(), "names of ")) {
                    return false;
                }
                if (!fits(member.getValue())) {
                    steps.add(Words.member(member.getKey()));
                    return false;
                }
            }
            return true;
        }

        private boolean fails(String what, int most, String unit) {
            expected = what + "at most " + most + unit;
            return false;
        }
    }
}
