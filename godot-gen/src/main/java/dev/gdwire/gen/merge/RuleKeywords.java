package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.SubSchemas;
import dev.gdwire.gen.pattern.PortablePattern;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Copies the keywords of one schema into a rule: see {@code docs/ir.md}. */
final class RuleKeywords {
    /** In the order in which they are checked. */
    private static final List<String> ORDER =
            List.of(
                    "type",
                    "const",
                    "enum",
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "minLength",
                    "maxLength",
                    "pattern",
                    "format",
                    "contentEncoding",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "prefixItems",
                    "items",
                    "contains",
                    "minContains",
                    "maxContains",
                    "minProperties",
                    "maxProperties",
                    "required",
                    "dependentRequired",
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "propertyNames",
                    "dependentSchemas",
                    "allOf",
                    "anyOf",
                    "oneOf",
                    "not",
                    "if",
                    "then",
                    "else");

    private final Schemas schemas;
    private final Function<Location, Literal> rules;

    /**
     * A copier.
     *
     * @param rules the rule of a schema inside
     */
    RuleKeywords(Schemas schemas, Function<Location, Literal> rules) {
        this.schemas = schemas;
        this.rules = rules;
    }

    /** The members of a rule for those of a schema's keywords that are wanted. */
    Map<String, Literal> of(Location schema, Set<String> unwanted) {
        Map<String, Literal> rule = new LinkedHashMap<>();
        ObjectNode keywords = schema.keywords();
        for (String keyword : ORDER) {
            JsonNode value = keywords.get(keyword);
            if (value != null && !unwanted.contains(keyword) && hasEffect(keywords, keyword)) {
                rule.put(keyword, value(schema, keyword, value));
            }
        }
        if (!unwanted.contains("format")) {
            rule.putAll(NumberFormats.limits(keywords));
        }
        Map<String, Literal> portable = portable(rule);
        if (!portable.isEmpty()) {
            rule.put("portable", new Literal.ObjectLiteral(portable));
        }
        return rule;
    }

    private static boolean hasEffect(ObjectNode keywords, String keyword) {
        return switch (keyword) {
            case "format" -> TextFormats.of(keywords.get(keyword).asText()).isPresent();
            case "contentEncoding" -> keywords.get(keyword).asText().equals("base64");
            case "uniqueItems" -> keywords.get(keyword).asBoolean();
            case "minContains", "maxContains" -> keywords.has("contains");
            case "then", "else" -> keywords.has("if");
            case "if" -> keywords.has("then") || keywords.has("else");
            default -> true;
        };
    }

    private Literal value(Location schema, String keyword, JsonNode value) {
        if (SubSchemas.ONE.contains(keyword)) {
            return rules.apply(schemas.location(value));
        }
        if (SubSchemas.NAMED.contains(keyword)) {
            Map<String, Literal> members = new LinkedHashMap<>();
            value.properties()
                    .forEach(
                            m ->
                                    members.put(
                                            m.getKey(),
                                            rules.apply(schemas.location(m.getValue()))));
            return new Literal.ObjectLiteral(members);
        }
        if (SubSchemas.LISTS.contains(keyword)) {
            List<Literal> items = new ArrayList<>();
            schemas.branches(schema, keyword).forEach(branch -> items.add(rules.apply(branch)));
            return new Literal.ListLiteral(items);
        }
        return JsonLiterals.of(value);
    }

    /** The patterns that are spelt another way in Java and Godot. */
    private static Map<String, Literal> portable(Map<String, Literal> rule) {
        Map<String, Literal> portable = new LinkedHashMap<>();
        if (rule.get("pattern") instanceof Literal.StringLiteral pattern) {
            respelt(pattern.value()).ifPresent(text -> portable.put(pattern.value(), text));
        }
        if (rule.get("patternProperties") instanceof Literal.ObjectLiteral patterns) {
            for (String pattern : patterns.members().keySet()) {
                respelt(pattern).ifPresent(text -> portable.put(pattern, text));
            }
        }
        return portable;
    }

    private static Optional<Literal> respelt(String pattern) {
        String portable = PortablePattern.ofChecked(pattern);
        return portable.equals(pattern)
                ? Optional.empty()
                : Optional.of(new Literal.StringLiteral(portable));
    }
}
