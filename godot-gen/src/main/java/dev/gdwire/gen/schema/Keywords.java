package dev.gdwire.gen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every word that a draft of JSON Schema defines, by what the generator does with it. */
final class Keywords {
    /** What the value of a keyword must be. */
    enum Value {
        ANYTHING("any value"),
        TEXT("a string"),
        FLAG("true or false"),
        COUNT("an integer from 0 to 2147483647"),
        NUMBER("a number"),
        FACTOR("a number above 0"),
        LIST("an array"),
        SOME("an array with at least one item"),
        NAMES("an array of strings that all differ"),
        TYPES("the name of a type, or an array of them"),
        OBJECT("an object"),
        SCHEMA("a schema"),
        SCHEMA_OR_FLAG("a schema, true or false");

        private final String words;

        Value(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Words for people, and those that only hold other things: they describe no value. */
    static final Map<String, Value> ANNOTATIONS =
            Map.ofEntries(
                    Map.entry("$schema", Value.TEXT),
                    Map.entry("$comment", Value.TEXT),
                    Map.entry("title", Value.TEXT),
                    Map.entry("description", Value.TEXT),
                    Map.entry("default", Value.ANYTHING),
                    Map.entry("deprecated", Value.FLAG),
                    Map.entry("examples", Value.LIST),
                    Map.entry("readOnly", Value.FLAG),
                    Map.entry("writeOnly", Value.FLAG),
                    Map.entry("$defs", Value.OBJECT),
                    Map.entry("definitions", Value.OBJECT));

    /** Words that say which values are valid. */
    static final Map<String, Value> VALIDATING =
            Map.ofEntries(
                    Map.entry("$ref", Value.TEXT),
                    Map.entry("type", Value.TYPES),
                    Map.entry("const", Value.ANYTHING),
                    Map.entry("enum", Value.SOME),
                    Map.entry("anyOf", Value.SOME),
                    Map.entry("oneOf", Value.SOME),
                    Map.entry("properties", Value.OBJECT),
                    Map.entry("required", Value.NAMES),
                    Map.entry("additionalProperties", Value.SCHEMA_OR_FLAG),
                    Map.entry("minProperties", Value.COUNT),
                    Map.entry("maxProperties", Value.COUNT),
                    Map.entry("items", Value.SCHEMA),
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
                    Map.entry("exclusiveMinimum", Value.NUMBER),
                    Map.entry("exclusiveMaximum", Value.NUMBER),
                    Map.entry("multipleOf", Value.FACTOR));

    /** Words of any draft that are not supported, with what to do instead. */
    static final Map<String, String> UNSUPPORTED =
            Map.ofEntries(
                    Map.entry("$id", "refer to files by their path inside the set"),
                    Map.entry("id", "refer to files by their path inside the set"),
                    Map.entry("$anchor", "refer to the place itself, such as \"#/$defs/unit\""),
                    Map.entry("$dynamicRef", "use \"$ref\""),
                    Map.entry("$dynamicAnchor", "use \"$ref\" with a path"),
                    Map.entry("$recursiveRef", "use \"$ref\": it can be recursive"),
                    Map.entry("$recursiveAnchor", "use \"$ref\": it can be recursive"),
                    Map.entry("$vocabulary", "leave it out"),
                    Map.entry("allOf", "write the properties of all in one schema"),
                    Map.entry("not", "say what is allowed: \"enum\", \"pattern\" or limits"),
                    Map.entry("if", "make a message of each case"),
                    Map.entry("then", "make a message of each case"),
                    Map.entry("else", "make a message of each case"),
                    Map.entry("dependentSchemas", "make a message of each case"),
                    Map.entry("dependentRequired", "put what belongs together into an object"),
                    Map.entry("dependencies", "put what belongs together into an object"),
                    Map.entry("prefixItems", "use an object with a property for each item"),
                    Map.entry("additionalItems", "use an object with a property for each item"),
                    Map.entry("unevaluatedItems", "use \"items\""),
                    Map.entry("contains", "use \"items\" with limits"),
                    Map.entry("minContains", "use \"items\" with limits"),
                    Map.entry("maxContains", "use \"items\" with limits"),
                    Map.entry("patternProperties", "use \"additionalProperties\" with one schema"),
                    Map.entry("propertyNames", "leave it out; any name is allowed in a map"),
                    Map.entry("unevaluatedProperties", "use \"additionalProperties\": false"),
                    Map.entry("contentMediaType", "say it in \"description\""),
                    Map.entry("contentSchema", "make the value an object of its own"),
                    Map.entry("divisibleBy", "use \"multipleOf\""),
                    Map.entry("disallow", "say what is allowed"),
                    Map.entry("extends", "write all properties in one schema"));

    /** The key for what only Gdwire knows. */
    static final String GDWIRE = "x-gdwire";

    private Keywords() {}

    /** Whether a keyword says which values are valid. */
    static boolean isValidating(String keyword) {
        return VALIDATING.containsKey(keyword);
    }

    /** Words that no draft defines and that nobody warns of. */
    static boolean isExtension(String keyword) {
        return keyword.startsWith("x-") || keyword.startsWith("_");
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
        return all;
    }

    /** The names that {@code type} can have. */
    static Set<String> typeNames() {
        return Set.of("object", "array", "string", "integer", "number", "boolean", "null");
    }
}
