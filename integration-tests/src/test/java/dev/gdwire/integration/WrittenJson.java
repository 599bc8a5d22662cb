package dev.gdwire.integration;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares what was written with what was read. */
final class WrittenJson {
    private static final int FLOAT_DIGITS = 9;

    private WrittenJson() {}

    /** What defaults and properties that nobody knows may change. */
    enum Allowed {
        NOTHING,
        DROPPED_MEMBERS,
        DROPPED_MEMBERS_AND_DEFAULTS
    }

    /** Whether two values are equal; numbers are by their value as 64-bit floats. */
    static boolean same(JsonNode one, JsonNode other) {
        return differsOnlyBy(Allowed.NOTHING, one, other);
    }

    /** Whether nothing but what is allowed happened to the value between reading and writing. */
    static boolean differsOnlyBy(Allowed allowed, JsonNode read, JsonNode written) {
        if (read.isNumber() && written.isNumber()) {
            return isSame(read.doubleValue(), written.doubleValue());
        }
        if (read.isArray() && written.isArray()) {
            return items(allowed, read, written);
        }
        if (read.isObject() && written.isObject()) {
            return members(allowed, read, written);
        }
        return read.equals(written);
    }

    /** A 32-bit float may be written in the fewest digits that give it, or exactly. */
    private static boolean isSame(double one, double other) {
        float narrow = (float) one;
        boolean isNarrow = one == narrow && isShort(other) || other == narrow && isShort(one);
        return one == other || isNarrow && narrow == (float) other;
    }

    /** Whether it has no more digits than a 32-bit float needs. */
    private static boolean isShort(double number) {
        return Double.isFinite(number)
                && BigDecimal.valueOf(number).stripTrailingZeros().precision() <= FLOAT_DIGITS;
    }

    private static boolean items(Allowed allowed, JsonNode read, JsonNode written) {
        if (read.size() != written.size()) {
            return false;
        }
        for (int i = 0; i < read.size(); i++) {
            if (!differsOnlyBy(allowed, read.get(i), written.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean members(Allowed allowed, JsonNode read, JsonNode written) {
        for (Map.Entry<String, JsonNode> member : read.properties()) {
            JsonNode other = written.get(member.getKey());
            if (other == null
                    ? allowed == Allowed.NOTHING
                    : !differsOnlyBy(allowed, member.getValue(), other)) {
                return false;
            }
        }
        return allowed == Allowed.DROPPED_MEMBERS_AND_DEFAULTS
                || written.properties().stream().allMatch(member -> read.has(member.getKey()));
    }
}
