package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule asks of an object.
 *
 * @param members names of the members that it asks for
 * @param everyMember whether it asks for all, so that each that is there counts
 * @param everyValue whether it looks at the values of all
 * @param deep whether it looks inside of the objects and arrays in it
 * @param named whether it refers to a rule with a name, which may ask for anything
 */
record RuleReach(
        Set<String> members, boolean everyMember, boolean everyValue, boolean deep, boolean named) {
    private static final Set<String> EVERY =
            Set.of(
                    "minProperties",
                    "maxProperties",
                    "patternProperties",
                    "additionalProperties",
                    "propertyNames",
                    "$ref");
    private static final Set<String> VALUES =
            Set.of("patternProperties", "additionalProperties", "$ref");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> SAME = Set.of("not", "if", "then", "else");

    /** Keywords that look into a value. */
    private static final Set<String> INTO =
            Set.of(
                    "$ref",
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "required",
                    "minProperties",
                    "maxProperties",
                    "propertyNames",
                    "dependentRequired",
                    "dependentSchemas",
                    "items",
                    "prefixItems",
                    "contains",
                    "uniqueItems");

    static RuleReach of(Rule rule) {
        Collector collector = new Collector();
        collector.same(rule.schema());
        return new RuleReach(
                Set.copyOf(collector.members),
                collector.everyMember,
                collector.everyValue,
                collector.deep,
                collector.named);
    }

    private static final class Collector {
        private final Set<String> members = new HashSet<>();
        private boolean everyMember;
        private boolean everyValue;
        private boolean deep;
        private boolean named;

        /** A rule for the object itself. */
        void same(Literal rule) {
            if (!(rule instanceof Literal.ObjectLiteral object)) {
                return;
            }
            object.members().forEach(this::keyword);
        }

        private void keyword(String keyword, Literal value) {
            everyMember |= EVERY.contains(keyword) || isWhole(keyword, value);
            everyValue |= VALUES.contains(keyword) || isWhole(keyword, value);
            deep |= keyword.equals("$ref") || isWhole(keyword, value);
            named |= keyword.equals("$ref");
            if (LISTS.contains(keyword)) {
                ((Literal.ListLiteral) value).items().forEach(this::same);
            } else if (SAME.contains(keyword)) {
                same(value);
            } else if (keyword.equals("required")) {
                names((Literal.ListLiteral) value);
            } else if (keyword.equals("additionalProperties")) {
                inside(value);
            } else if (value instanceof Literal.ObjectLiteral map) {
                maps(keyword, map.members());
            }
        }

        private void maps(String keyword, Map<String, Literal> map) {
            switch (keyword) {
                case "properties" -> {
                    members.addAll(map.keySet());
                    map.values().forEach(this::inside);
                }
                case "patternProperties" -> map.values().forEach(this::inside);
                case "dependentRequired" -> {
                    members.addAll(map.keySet());
                    map.values().forEach(list -> names((Literal.ListLiteral) list));
                }
                case "dependentSchemas" -> {
                    members.addAll(map.keySet());
                    map.values().forEach(this::same);
                }
                default -> {}
            }
        }

        private void names(Literal.ListLiteral names) {
            names.items().forEach(name -> members.add(((Literal.StringLiteral) name).value()));
        }

        /** A rule for a member. */
        private void inside(Literal rule) {
            if (rule instanceof Literal.ObjectLiteral object) {
                object.members().forEach(this::insideKeyword);
            }
        }

        private void insideKeyword(String keyword, Literal value) {
            deep |= INTO.contains(keyword) || isWhole(keyword, value);
            if (LISTS.contains(keyword)) {
                ((Literal.ListLiteral) value).items().forEach(this::inside);
            } else if (SAME.contains(keyword)) {
                inside(value);
            }
        }

        /** A constant that is an object or array is compared with the value as a whole. */
        private static boolean isWhole(String keyword, Literal value) {
            List<Literal> values =
                    switch (keyword) {
                        case "const" -> List.of(value);
                        case "enum" -> ((Literal.ListLiteral) value).items();
                        default -> List.of();
                    };
            return values.stream()
                    .anyMatch(
                            v ->
                                    v instanceof Literal.ListLiteral
                                            || v instanceof Literal.ObjectLiteral);
        }
    }
}
