package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.KeywordTypes;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a conjunction says beyond the type that it gets. */
final class Residue {
    private static final Literal TRUE = Rule.ANYTHING.schema();
    private static final Literal FALSE = new Literal.BooleanLiteral(false);
    private static final List<String> NUMBERS = List.of("number", "integer");

    private final Schemas schemas;
    private final Rules rules;

    Residue(Schemas schemas, Rules rules) {
        this.schemas = schemas;
        this.rules = rules;
    }

    /** The rule beside a type. */
    Literal of(Facts facts, Shape shape) {
        if (shape instanceof Shape.AnyJson || shape instanceof Shape.Nothing) {
            return rules.whole(facts);
        }
        boolean said = shape instanceof Shape.Values || shape instanceof Shape.Union;
        if (said) {
            return TRUE;
        }
        List<Literal> parts = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (Location atom : facts.atoms()) {
            parts.add(rest(atom, facts, shape, once));
        }
        if (shape instanceof Shape.Properties) {
            parts.add(forbidden(facts));
        }
        return Rules.all(parts);
    }

    private Literal rest(Location atom, Facts facts, Shape shape, Set<String> once) {
        Set<String> unwanted = new HashSet<>(ofOtherTypes(types(shape)));
        unwanted.add("type");
        if (shape instanceof Shape.Native) {
            boolean itself = schemas.nativeType(atom).isPresent();
            return itself ? rules.beside(atom, unwanted) : rules.own(atom, unwanted);
        }
        if (shape instanceof Shape.Number) {
            unwanted.addAll(
                    Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"));
            addOnce("multipleOf", atom, unwanted, once);
        } else if (shape instanceof Shape.Flag) {
            unwanted.add("enum");
        } else if (shape instanceof Shape.Text) {
            unwanted.addAll(Set.of("minLength", "maxLength"));
            addOnce("pattern", atom, unwanted, once);
            addOnce("format", atom, unwanted, once);
            if (PackedText.is(facts)) {
                unwanted.add("contentEncoding");
            }
        } else if (shape instanceof Shape.Items) {
            unwanted.addAll(Set.of("minItems", "maxItems", "uniqueItems"));
            if (facts.prefixSize() == 0) {
                unwanted.add("items");
            }
        } else if (shape instanceof Shape.Tuple) {
            unwanted.addAll(Set.of("prefixItems", "items", "minItems", "maxItems"));
        } else if (shape instanceof Shape.Members members) {
            // No properties are declared, though the keyword may be there.
            unwanted.addAll(Set.of("properties", "minProperties", "maxProperties"));
            return members(atom, members, unwanted);
        } else if (shape instanceof Shape.Properties) {
            unwanted.add("required");
            return properties(atom, facts, unwanted);
        }
        return rules.own(atom, unwanted);
    }

    /** A limit of which the type can have one. */
    private static void addOnce(
            String keyword, Location atom, Set<String> unwanted, Set<String> once) {
        if (atom.keywords().has(keyword) && once.add(keyword)) {
            unwanted.add(keyword);
        }
    }

    private Literal members(Location atom, Shape.Members members, Set<String> unwanted) {
        boolean patterns = atom.keywords().has("patternProperties");
        if (!patterns) {
            // Beside another's patterns the members have no type of their own.
            boolean typed =
                    !members.values().isEmpty() || !atom.keywords().has("additionalProperties");
            if (typed) {
                unwanted.add("additionalProperties");
            }
            return rules.own(atom, unwanted);
        }
        Literal rule = rules.own(atom, unwanted);
        return members.values().isEmpty() ? rule : namesOnly((Literal.ObjectLiteral) rule);
    }

    /** The values of the members have their type: only their names are left. */
    private static Literal namesOnly(Literal.ObjectLiteral rule) {
        Map<String, Literal> names = new LinkedHashMap<>(rule.members());
        Map<String, Literal> patterns = new LinkedHashMap<>();
        ((Literal.ObjectLiteral) names.get("patternProperties"))
                .members()
                .keySet()
                .forEach(pattern -> patterns.put(pattern, TRUE));
        names.put("patternProperties", new Literal.ObjectLiteral(patterns));
        return new Literal.ObjectLiteral(names);
    }

    /** The fields have their types: what is left is what holds for the other members. */
    private Literal properties(Location atom, Facts facts, Set<String> unwanted) {
        if (!facts.hasPatterns() && !facts.isWide()) {
            unwanted.addAll(Set.of("properties", "additionalProperties"));
            return rules.own(atom, unwanted);
        }
        if (!(rules.own(atom, unwanted) instanceof Literal.ObjectLiteral own)) {
            return TRUE;
        }
        Map<String, Literal> rule = new LinkedHashMap<>(own.members());
        if (rule.get("properties") instanceof Literal.ObjectLiteral declared) {
            // Fields are named where only so all others are known.
            boolean named = rule.containsKey("additionalProperties");
            Map<String, Literal> left = new LinkedHashMap<>();
            declared.members()
                    .forEach(
                            (name, value) -> {
                                boolean field = facts.fieldNames().contains(name);
                                if (!field || named) {
                                    left.put(name, field ? TRUE : value);
                                }
                            });
            rule.put("properties", new Literal.ObjectLiteral(left));
            if (left.isEmpty()) {
                rule.remove("properties");
            }
        }
        return Rules.object(rule);
    }

    /**
     * Properties that must not be there are no fields, nor are those for which there is no room.
     */
    private static Literal forbidden(Facts facts) {
        Map<String, Literal> names = new LinkedHashMap<>();
        List<Literal> required = new ArrayList<>();
        for (String name : facts.propertyNames()) {
            boolean never = facts.isNever(facts.property(name));
            if (never) {
                names.put(name, FALSE);
            }
            if ((never || !facts.fieldNames().contains(name)) && facts.required().contains(name)) {
                required.add(new Literal.StringLiteral(name));
            }
        }
        Map<String, Literal> rule = new LinkedHashMap<>();
        if (!required.isEmpty()) {
            rule.put("required", new Literal.ListLiteral(required));
        }
        // Beside patterns, or without room for fields, the rule itself says what is refused.
        boolean typed = !facts.hasPatterns() && !facts.isWide();
        boolean closed = typed && !facts.others().isEmpty() && facts.isNever(facts.others());
        if (!names.isEmpty() && !(closed && required.isEmpty())) {
            rule.put("properties", new Literal.ObjectLiteral(names));
        }
        return Rules.object(rule);
    }

    private static List<String> types(Shape shape) {
        if (shape instanceof Shape.Number) {
            return NUMBERS;
        }
        if (shape instanceof Shape.Text) {
            return List.of("string");
        }
        if (shape instanceof Shape.Items || shape instanceof Shape.Tuple) {
            return List.of("array");
        }
        if (shape instanceof Shape.Members || shape instanceof Shape.Properties) {
            return List.of("object");
        }
        return shape instanceof Shape.Flag ? List.of("boolean") : List.of("array", "string");
    }

    private static Set<String> ofOtherTypes(List<String> types) {
        return KeywordTypes.all().entrySet().stream()
                .filter(keyword -> keyword.getValue().stream().noneMatch(types::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
