package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes constraints of schemas, in the order in which they are checked. */
final class RuleCompiler {
    private final RuleTable table;

    RuleCompiler(RuleTable table) {
        this.table = table;
    }

    Constraint compile(JsonValue schema) {
        if (schema.isBoolean()) {
            return schema.asBoolean() ? Constraint.ANYTHING : Constraint.NOTHING;
        }
        Keywords keywords = new Keywords(schema);
        keywords.add("$ref", name -> table.named(name.asText()));
        addValues(keywords);
        addTexts(keywords);
        addItems(keywords);
        addMembers(keywords);
        addApplied(keywords);
        return Constraint.all(keywords.constraints);
    }

    private static void addValues(Keywords keywords) {
        keywords.add("type", ValueKeywords::type);
        keywords.add("const", ValueKeywords::constant);
        keywords.add("enum", values -> ValueKeywords.oneOf(values.items()));
        keywords.add("minimum", NumberKeywords::minimum);
        keywords.add("maximum", NumberKeywords::maximum);
        keywords.add("exclusiveMinimum", NumberKeywords::exclusiveMinimum);
        keywords.add("exclusiveMaximum", NumberKeywords::exclusiveMaximum);
        keywords.add("multipleOf", NumberKeywords::multipleOf);
    }

    private static void addTexts(Keywords keywords) {
        keywords.add("minLength", limit -> TextKeywords.minLength(limit.asLong()));
        keywords.add("maxLength", limit -> TextKeywords.maxLength(limit.asLong()));
        keywords.add("pattern", source -> TextKeywords.pattern(keywords.pattern(source.asText())));
        keywords.add("format", word -> TextKeywords.format(TextFormat.of(word.asText())));
        keywords.add("contentEncoding", word -> TextKeywords.format(TextFormat.of(word.asText())));
    }

    private void addItems(Keywords keywords) {
        keywords.add("minItems", limit -> ItemKeywords.minItems(limit.asLong()));
        keywords.add("maxItems", limit -> ItemKeywords.maxItems(limit.asLong()));
        keywords.add(
                "uniqueItems",
                unique -> unique.asBoolean() ? ItemKeywords::unique : Constraint.ANYTHING);
        List<Constraint> prefix = keywords.get("prefixItems").map(this::list).orElse(List.of());
        Constraint rest = keywords.get("items").map(this::compile).orElse(Constraint.ANYTHING);
        if (!prefix.isEmpty() || rest != Constraint.ANYTHING) {
            keywords.constraints.add(ItemKeywords.items(prefix, rest));
        }
        keywords.add("contains", schema -> contains(keywords, compile(schema)));
    }

    private static Constraint contains(Keywords keywords, Constraint wanted) {
        long least = keywords.get("minContains").map(JsonValue::asLong).orElse(1L);
        long most = keywords.get("maxContains").map(JsonValue::asLong).orElse(Long.MAX_VALUE);
        return ItemKeywords.contains(wanted, least, most);
    }

    private void addMembers(Keywords keywords) {
        keywords.add("minProperties", limit -> MemberKeywords.minProperties(limit.asLong()));
        keywords.add("maxProperties", limit -> MemberKeywords.maxProperties(limit.asLong()));
        keywords.add("required", names -> MemberKeywords.required(texts(names)));
        keywords.add(
                "dependentRequired",
                names -> MemberKeywords.dependentRequired(map(names, RuleCompiler::texts)));
        Map<String, Constraint> named =
                keywords.get("properties").map(this::schemas).orElse(Map.of());
        Map<TextPattern, Constraint> patterns = new LinkedHashMap<>();
        keywords.get("patternProperties")
                .map(this::schemas)
                .orElse(Map.of())
                .forEach((name, schema) -> patterns.put(keywords.pattern(name), schema));
        Constraint others =
                keywords.get("additionalProperties").map(this::compile).orElse(Constraint.ANYTHING);
        if (!named.isEmpty()) {
            keywords.constraints.add(MemberKeywords.properties(named));
        }
        if (!patterns.isEmpty()) {
            keywords.constraints.add(MemberKeywords.patternProperties(patterns));
        }
        if (others != Constraint.ANYTHING) {
            keywords.constraints.add(
                    MemberKeywords.others(named.keySet(), patterns.keySet(), others));
        }
        keywords.add("propertyNames", schema -> MemberKeywords.names(compile(schema)));
        keywords.add(
                "dependentSchemas", schemas -> MemberKeywords.dependentSchemas(schemas(schemas)));
    }

    private void addApplied(Keywords keywords) {
        keywords.add("allOf", schemas -> Constraint.all(list(schemas)));
        keywords.add("anyOf", schemas -> AppliedSchemas.anyOf(list(schemas)));
        keywords.add("oneOf", schemas -> AppliedSchemas.oneOf(list(schemas)));
        keywords.add("not", schema -> AppliedSchemas.not(compile(schema)));
        keywords.add(
                "if",
                schema ->
                        AppliedSchemas.condition(
                                compile(schema),
                                keywords.get("then").map(this::compile),
                                keywords.get("else").map(this::compile)));
    }

    private List<Constraint> list(JsonValue schemas) {
        return schemas.items().stream().map(this::compile).toList();
    }

    private Map<String, Constraint> schemas(JsonValue schemas) {
        return map(schemas, this::compile);
    }

    private static <T> Map<String, T> map(JsonValue object, Function<JsonValue, T> change) {
        Map<String, T> changed = new LinkedHashMap<>();
        object.members().forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private static List<String> texts(JsonValue texts) {
        return texts.items().stream().map(JsonValue::asText).toList();
    }

    /** The keywords of one schema, and what was made of them. */
    private static final class Keywords {
        private final JsonValue schema;
        private final List<Constraint> constraints = new ArrayList<>();

        Keywords(JsonValue schema) {
            this.schema = schema;
        }

        Optional<JsonValue> get(String keyword) {
            return schema.get(keyword);
        }

        void add(String keyword, Function<JsonValue, Constraint> compiler) {
            get(keyword).map(compiler).ifPresent(constraints::add);
        }

        TextPattern pattern(String source) {
            Optional<String> portable =
                    get("portable").flatMap(map -> map.get(source)).map(JsonValue::asText);
            return TextPattern.of(source, portable.orElse(source));
        }
    }
}
