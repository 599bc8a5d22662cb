package dev.gdwire.gen.schema;

import java.util.List;
import java.util.Map;

/** Which types a keyword speaks of; values of all others pass it. */
public final class KeywordTypes {
    private static final List<String> NUMBERS = List.of("number", "integer");
    private static final List<String> STRINGS = List.of("string");
    private static final List<String> ARRAYS = List.of("array");
    private static final List<String> OBJECTS = List.of("object");

    private static final Map<String, List<String>> TYPES =
            Map.ofEntries(
                    Map.entry("minimum", NUMBERS),
                    Map.entry("maximum", NUMBERS),
                    Map.entry("exclusiveMinimum", NUMBERS),
                    Map.entry("exclusiveMaximum", NUMBERS),
                    Map.entry("multipleOf", NUMBERS),
                    Map.entry("minLength", STRINGS),
                    Map.entry("maxLength", STRINGS),
                    Map.entry("pattern", STRINGS),
                    Map.entry("contentEncoding", STRINGS),
                    Map.entry("minItems", ARRAYS),
                    Map.entry("maxItems", ARRAYS),
                    Map.entry("uniqueItems", ARRAYS),
                    Map.entry("prefixItems", ARRAYS),
                    Map.entry("items", ARRAYS),
                    Map.entry("contains", ARRAYS),
                    Map.entry("minContains", ARRAYS),
                    Map.entry("maxContains", ARRAYS),
                    Map.entry("minProperties", OBJECTS),
                    Map.entry("maxProperties", OBJECTS),
                    Map.entry("required", OBJECTS),
                    Map.entry("properties", OBJECTS),
                    Map.entry("patternProperties", OBJECTS),
                    Map.entry("additionalProperties", OBJECTS),
                    Map.entry("propertyNames", OBJECTS),
                    Map.entry("dependentRequired", OBJECTS),
                    Map.entry("dependentSchemas", OBJECTS));

    private KeywordTypes() {}

    /** The types; empty for a keyword that speaks of all. */
    public static List<String> of(String keyword) {
        return TYPES.getOrDefault(keyword, List.of());
    }

    /** Every keyword that speaks of some types only, with those. */
    public static Map<String, List<String>> all() {
        return TYPES;
    }

    static String article(List<String> types) {
        if (types.size() > 1) {
            return String.join(" or ", types);
        }
        return switch (types.get(0)) {
            case "array", "integer", "object" -> "an " + types.get(0);
            case "null" -> "null";
            default -> "a " + types.get(0);
        };
    }
}
