package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether a JSON value that stands in a schema fits a rule. Formats fit always: what is
 * said of them at run time is said there.
 */
public final class RuleFit {
    private static final Set<String> FORMATS = Set.of("format", "contentEncoding");

    private final Map<String, Rule> named;

    /** With the rules that others refer to. */
    public RuleFit(Map<String, Rule> named) {
        this.named = named;
    }

    /** Whether the value fits. */
    public boolean fits(Literal value, Literal rule) {
        if (rule instanceof Literal.BooleanLiteral flag) {
            return flag.value();
        }
        Map<String, Literal> keywords = ((Literal.ObjectLiteral) rule).members();
        return keywords.entrySet().stream()
                .allMatch(keyword -> fits(value, keyword.getKey(), keyword.getValue(), keywords));
    }

    /** Whether it depends on formats, perhaps, which are not looked at here, if a value fits. */
    public boolean asksForFormats(Literal rule) {
        return asksForFormats(rule, new HashSet<>());
    }

    private boolean asksForFormats(Literal rule, Set<String> seen) {
        if (rule instanceof Literal.ListLiteral rules) {
            return rules.items().stream().anyMatch(each -> asksForFormats(each, seen));
        }
        if (!(rule instanceof Literal.ObjectLiteral object)) {
            return false;
        }
        return object.members().entrySet().stream().anyMatch(keyword -> asks(keyword, seen));
    }

    private boolean asks(Map.Entry<String, Literal> keyword, Set<String> seen) {
        if (keyword.getValue() instanceof Literal.StringLiteral text) {
            boolean first = keyword.getKey().equals("$ref") && seen.add(text.value());
            // A value that is only listed can look like a reference, and lead nowhere.
            Rule target = first ? named.get(text.value()) : null;
            return FORMATS.contains(keyword.getKey())
                    || target != null && asksForFormats(target.schema(), seen);
        }
        return asksForFormats(keyword.getValue(), seen);
    }

    private boolean fits(
            Literal value, String keyword, Literal wanted, Map<String, Literal> keywords) {
        return switch (keyword) {
            case "$ref" -> fits(value, named.get(text(wanted)).schema());
            case "type" -> isOfType(value, wanted);
            case "const" -> LiteralEquality.equal(value, wanted);
            case "enum" -> list(wanted).stream().anyMatch(v -> LiteralEquality.equal(value, v));
            case "allOf" -> list(wanted).stream().allMatch(rule -> fits(value, rule));
            case "anyOf" -> list(wanted).stream().anyMatch(rule -> fits(value, rule));
            case "oneOf" -> list(wanted).stream().filter(rule -> fits(value, rule)).count() == 1;
            case "not" -> !fits(value, wanted);
            case "if" ->
                    fits(
                            value,
                            keywords.getOrDefault(
                                    fits(value, wanted) ? "then" : "else", Rule.ANYTHING.schema()));
            default -> fitsKind(value, keyword, wanted, keywords);
        };
    }

    private boolean fitsKind(
            Literal value, String keyword, Literal wanted, Map<String, Literal> keywords) {
        if (value instanceof Literal.NumberLiteral number) {
            return fitsNumber(number.value(), keyword, wanted);
        }
        if (value instanceof Literal.StringLiteral text) {
            return fitsText(text.value(), keyword, wanted);
        }
        if (value instanceof Literal.ListLiteral items) {
            return fitsList(items.items(), keyword, wanted, keywords);
        }
        return !(value instanceof Literal.ObjectLiteral object)
                || fitsObject(object, keyword, wanted, keywords);
    }

    private static boolean isOfType(Literal value, Literal wanted) {
        List<Literal> names =
                wanted instanceof Literal.ListLiteral all ? all.items() : List.of(wanted);
        Kind kind = Kind.of(value);
        return names.stream()
                .map(name -> Kind.valueOf(text(name).toUpperCase(Locale.ROOT)))
                .anyMatch(name -> name == kind || name == Kind.NUMBER && kind == Kind.INTEGER);
    }

    private static boolean fitsNumber(BigDecimal number, String keyword, Literal wanted) {
        return switch (keyword) {
            case "minimum" -> number.compareTo(number(wanted)) >= 0;
            case "maximum" -> number.compareTo(number(wanted)) <= 0;
            case "exclusiveMinimum" -> number.compareTo(number(wanted)) > 0;
            case "exclusiveMaximum" -> number.compareTo(number(wanted)) < 0;
            case "multipleOf" -> number.remainder(number(wanted)).signum() == 0;
            default -> true;
        };
    }

    private static boolean fitsText(String text, String keyword, Literal wanted) {
        int length = text.codePointCount(0, text.length());
        return switch (keyword) {
            case "minLength" -> length >= count(wanted);
            case "maxLength" -> length <= count(wanted);
            case "pattern" -> PatternSearch.finds(text(wanted), text);
            default -> true;
        };
    }

    private boolean fitsList(
            List<Literal> items, String keyword, Literal wanted, Map<String, Literal> keywords) {
        return switch (keyword) {
            case "minItems" -> items.size() >= count(wanted);
            case "maxItems" -> items.size() <= count(wanted);
            case "uniqueItems" -> LiteralEquality.allDiffer(items);
            case "prefixItems" -> fitsPrefix(items, list(wanted));
            case "items" -> {
                int from =
                        keywords.get("prefixItems") instanceof Literal.ListLiteral prefix
                                ? prefix.items().size()
                                : 0;
                yield items.stream().skip(from).allMatch(item -> fits(item, wanted));
            }
            case "contains" -> {
                long found = items.stream().filter(item -> fits(item, wanted)).count();
                yield found >= count(keywords.get("minContains"), 1)
                        && found <= count(keywords.get("maxContains"), Integer.MAX_VALUE);
            }
            default -> true;
        };
    }

    private boolean fitsPrefix(List<Literal> items, List<Literal> prefix) {
        for (int i = 0; i < Math.min(items.size(), prefix.size()); i++) {
            if (!fits(items.get(i), prefix.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsObject(
            Literal.ObjectLiteral object,
            String keyword,
            Literal wanted,
            Map<String, Literal> keywords) {
        Map<String, Literal> members = object.members();
        return switch (keyword) {
            case "minProperties" -> members.size() >= count(wanted);
            case "maxProperties" -> members.size() <= count(wanted);
            case "required" ->
                    list(wanted).stream().allMatch(name -> members.containsKey(text(name)));
            case "dependentRequired" ->
                    map(wanted).entrySet().stream()
                            .filter(entry -> members.containsKey(entry.getKey()))
                            .flatMap(entry -> list(entry.getValue()).stream())
                            .allMatch(name -> members.containsKey(text(name)));
            case "dependentSchemas" ->
                    map(wanted).entrySet().stream()
                            .filter(entry -> members.containsKey(entry.getKey()))
                            .allMatch(entry -> fits(object, entry.getValue()));
            case "properties" ->
                    map(wanted).entrySet().stream()
                            .filter(entry -> members.containsKey(entry.getKey()))
                            .allMatch(e -> fits(members.get(e.getKey()), e.getValue()));
            case "patternProperties" ->
                    members.entrySet().stream()
                            .allMatch(m -> fitsPatterns(m.getKey(), m.getValue(), map(wanted)));
            case "additionalProperties" ->
                    members.entrySet().stream()
                            .filter(m -> isOther(m.getKey(), keywords))
                            .allMatch(m -> fits(m.getValue(), wanted));
            case "propertyNames" ->
                    members.keySet().stream()
                            .allMatch(name -> fits(new Literal.StringLiteral(name), wanted));
            default -> true;
        };
    }

    private boolean fitsPatterns(String name, Literal value, Map<String, Literal> patterns) {
        return patterns.entrySet().stream()
                .filter(pattern -> PatternSearch.finds(pattern.getKey(), name))
                .allMatch(pattern -> fits(value, pattern.getValue()));
    }

    private static boolean isOther(String name, Map<String, Literal> keywords) {
        Set<String> declared = new HashSet<>();
        if (keywords.get("properties") instanceof Literal.ObjectLiteral properties) {
            declared.addAll(properties.members().keySet());
        }
        boolean matched =
                keywords.get("patternProperties") instanceof Literal.ObjectLiteral patterns
                        && patterns.members().keySet().stream()
                                .anyMatch(pattern -> PatternSearch.finds(pattern, name));
        return !declared.contains(name) && !matched;
    }

    private static List<Literal> list(Literal literal) {
        return ((Literal.ListLiteral) literal).items();
    }

    private static Map<String, Literal> map(Literal literal) {
        return ((Literal.ObjectLiteral) literal).members();
    }

    private static String text(Literal literal) {
        return ((Literal.StringLiteral) literal).value();
    }

    private static BigDecimal number(Literal literal) {
        return ((Literal.NumberLiteral) literal).value();
    }

    private static int count(Literal literal) {
        return number(literal).intValue();
    }

    private static int count(Literal literal, int otherwise) {
        return literal == null ? otherwise : count(literal);
    }
}
