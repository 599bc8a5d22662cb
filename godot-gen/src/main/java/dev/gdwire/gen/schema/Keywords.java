package dev.gdwire.gen.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every word that a draft of JSON Schema defines, by what the generator does with it. */
public final class Keywords {
    /** What the value of a keyword must be. */
    enum Value {
        ANYTHING("any value"),
        TEXT("a string"),
        URI("a URI reference (RFC 3986)"),
        ANCHOR("a name of letters, digits, '-', '_', ':' and '.' that starts with a letter or '_'"),
        FLAG("true or false"),
        COUNT("an integer from 0 to 2147483647"),
        NUMBER("a number"),
        NUMBER_OR_FLAG("a number (true or false in draft-04)"),
        FACTOR("a number above 0"),
        LIST("an array"),
        SOME("an array with at least one item"),
        NAMES("an array of strings that all differ"),
        TYPES("the name of a type, or an array of them"),
        OBJECT("an object"),
        NAME_LISTS("an object of arrays of strings that all differ"),
        DEPENDENCIES("an object of schemas and arrays of strings that all differ"),
        SCHEMA("a schema"),
        SCHEMA_OR_LIST("a schema (or an array of them before draft 2020-12)");

        private final String words;

        Value(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Words for people, and those that only hold or name other things: they describe no value. */
    private static final Map<String, Value> ANNOTATIONS =
            Map.ofEntries(
                    Map.entry("$schema", Value.TEXT),
                    Map.entry("$id", Value.URI),
                    Map.entry("id", Value.ANYTHING),
                    Map.entry("$anchor", Value.ANCHOR),
                    Map.entry("$comment", Value.TEXT),
                    Map.entry("title", Value.TEXT),
                    Map.entry("description", Value.TEXT),
                    Map.entry("default", Value.ANYTHING),
                    Map.entry("deprecated", Value.FLAG),
                    Map.entry("examples", Value.ANYTHING),
                    Map.entry("readOnly", Value.FLAG),
                    Map.entry("writeOnly", Value.FLAG),
                    Map.entry("contentMediaType", Value.TEXT),
                    Map.entry("contentSchema", Value.SCHEMA),
                    Map.entry("$defs", Value.OBJECT),
                    Map.entry("definitions", Value.OBJECT));

    private static final Set<String> REMARKS =
            Set.of("$comment", "title", "description", "deprecated", "readOnly", "writeOnly");

    /** Words that say which values are valid. */
    private static final Map<String, Value> VALIDATING =
            Map.ofEntries(
                    Map.entry("$ref", Value.TEXT),
                    Map.entry("type", Value.TYPES),
                    Map.entry("const", Value.ANYTHING),
                    Map.entry("enum", Value.LIST),
                    Map.entry("allOf", Value.SOME),
                    Map.entry("anyOf", Value.SOME),
                    Map.entry("oneOf", Value.SOME),
                    Map.entry("not", Value.SCHEMA),
                    Map.entry("if", Value.SCHEMA),
                    Map.entry("then", Value.SCHEMA),
                    Map.entry("else", Value.SCHEMA),
                    Map.entry("properties", Value.OBJECT),
                    Map.entry("patternProperties", Value.OBJECT),
                    Map.entry("additionalProperties", Value.SCHEMA),
                    Map.entry("propertyNames", Value.SCHEMA),
                    Map.entry("required", Value.NAMES),
                    Map.entry("dependentRequired", Value.NAME_LISTS),
                    Map.entry("dependentSchemas", Value.OBJECT),
                    Map.entry("dependencies", Value.DEPENDENCIES),
                    Map.entry("minProperties", Value.COUNT),
                    Map.entry("maxProperties", Value.COUNT),
                    Map.entry("prefixItems", Value.SOME),
                    Map.entry("items", Value.SCHEMA_OR_LIST),
                    Map.entry("additionalItems", Value.SCHEMA),
                    Map.entry("contains", Value.SCHEMA),
                    Map.entry("minContains", Value.COUNT),
                    Map.entry("maxContains", Value.COUNT),
                    Map.entry("minItems", Value.COUNT),
                    Map.entry("maxItems", Value.COUNT),
                    Map.entry("uniqueItems", Value.FLAG),
                    Map.entry("minLength", Value.COUNT),
                    Map.entry("maxLength", Value.COUNT),
                    Map.entry("pattern", Value.TEXT),
                    Map.entry("format", Value.TEXT),
                    Map.entry("contentEncoding", Value.TEXT),
                    Map.entry("minimum", Value.NUMBER),
                    Map.entry("maximum", Value.NUMBER),
                    Map.entry("exclusiveMinimum", Value.NUMBER_OR_FLAG),
                    Map.entry("exclusiveMaximum", Value.NUMBER_OR_FLAG),
                    Map.entry("multipleOf", Value.FACTOR));

    /** The drafts that know a word, of those that not all know. */
    private record Drafts(Draft first, Draft last) {}

    private static final Map<String, Drafts> SOME_DRAFTS =
            Map.ofEntries(
                    since("const", Draft.DRAFT_06),
                    since("contains", Draft.DRAFT_06),
                    since("propertyNames", Draft.DRAFT_06),
                    since("contentEncoding", Draft.DRAFT_07),
                    since("if", Draft.DRAFT_07),
                    since("then", Draft.DRAFT_07),
                    since("else", Draft.DRAFT_07),
                    since("dependentRequired", Draft.DRAFT_2019_09),
                    since("dependentSchemas", Draft.DRAFT_2019_09),
                    since("minContains", Draft.DRAFT_2019_09),
                    since("maxContains", Draft.DRAFT_2019_09),
                    since("$vocabulary", Draft.DRAFT_2019_09),
                    since("unevaluatedItems", Draft.DRAFT_2019_09),
                    since("unevaluatedProperties", Draft.DRAFT_2019_09),
                    since("$dynamicRef", Draft.DRAFT_2020_12),
                    since("$dynamicAnchor", Draft.DRAFT_2020_12),
                    only("$recursiveRef", Draft.DRAFT_2019_09),
                    only("$recursiveAnchor", Draft.DRAFT_2019_09),
                    since("prefixItems", Draft.DRAFT_2020_12),
                    until("additionalItems", Draft.DRAFT_2019_09),
                    until("dependencies", Draft.DRAFT_07));

    /** Words of any draft that are not supported, with what to do instead. */
    static final Map<String, String> UNSUPPORTED =
            Map.ofEntries(
                    Map.entry("$dynamicRef", "use \"$ref\""),
                    Map.entry("$dynamicAnchor", "use \"$anchor\", or \"$ref\" with a path"),
                    Map.entry("$recursiveRef", "use \"$ref\": it can be recursive"),
                    Map.entry("$recursiveAnchor", "use \"$ref\": it can be recursive"),
                    Map.entry("$vocabulary", "leave it out"),
                    Map.entry("unevaluatedItems", "use \"items\""),
                    Map.entry("unevaluatedProperties", "use \"additionalProperties\": false"),
                    Map.entry("divisibleBy", "use \"multipleOf\""),
                    Map.entry("disallow", "use \"not\""),
                    Map.entry("extends", "use \"allOf\""));

    /** The key for what only Gdwire knows. */
    static final String GDWIRE = "x-gdwire";

    private Keywords() {}

    /** Whether a keyword says which values are valid. */
    public static boolean isValidating(String keyword) {
        return VALIDATING.containsKey(keyword);
    }

    /** Whether a keyword is for people only, so that a strange value does no harm. */
    static boolean isRemark(String keyword) {
        return REMARKS.contains(keyword);
    }

    /** Words that no draft defines and that nobody warns of. */
    static boolean isExtension(String keyword) {
        return keyword.startsWith("x-") || keyword.startsWith("_");
    }

    /** What the latest draft has in the place of a word that it does not know. */
    static Optional<String> replacement(String keyword) {
        return switch (keyword) {
            case "additionalItems" ->
                    Optional.of("draft 2020-12 calls it \"items\", and the array \"prefixItems\"");
            case "dependencies" ->
                    Optional.of(
                            "draft 2020-12 has \"dependentRequired\" for names and"
                                    + " \"dependentSchemas\" for schemas");
            default -> Optional.empty();
        };
    }

    /** Whether a draft knows a keyword of some draft; schemas that name no draft may use all. */
    static boolean isKnownTo(Draft draft, String keyword) {
        Drafts drafts = SOME_DRAFTS.get(keyword);
        return drafts == null || draft.isWithin(drafts.first, drafts.last);
    }

    /** The value that a supported keyword must have; null for another word. */
    static Value value(String keyword) {
        Value value = VALIDATING.get(keyword);
        return value == null ? ANNOTATIONS.get(keyword) : value;
    }

    /** All supported words, for guessing what was meant. */
    static List<String> all() {
        List<String> all = new ArrayList<>(new TreeMap<>(VALIDATING).keySet());
        all.addAll(new TreeMap<>(ANNOTATIONS).keySet());
        return Collections.unmodifiableList(all);
    }

    /** The names that {@code type} can have. */
    static Set<String> typeNames() {
        return Set.of("object", "array", "string", "integer", "number", "boolean", "null");
    }

    private static Map.Entry<String, Drafts> since(String keyword, Draft first) {
        return Map.entry(keyword, new Drafts(first, Draft.DRAFT_2020_12));
    }

    private static Map.Entry<String, Drafts> only(String keyword, Draft draft) {
        return Map.entry(keyword, new Drafts(draft, draft));
    }

    private static Map.Entry<String, Drafts> until(String keyword, Draft last) {
        return Map.entry(keyword, new Drafts(Draft.DRAFT_04, last));
    }
}
