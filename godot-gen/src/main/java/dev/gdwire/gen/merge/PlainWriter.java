package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the plain schemas of a set, each type once. */
public final class PlainWriter {
    private static final int DEEPEST = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final Rules rules;
    private final Shaper shaper;
    private final Residue residue;
    private final PlainLimits limits = new PlainLimits();
    private final Naming naming = new Naming();
    private final PlainSet set = new PlainSet();

    /** References of types, by what they are made of. */
    private final Map<String, String> references = new HashMap<>();

    private final Set<List<Integer>> open = new HashSet<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private PlainWriter(SchemaSet schemaSet) {
        this.schemas = new Schemas(schemaSet);
        this.rules = new Rules(schemas);
        this.shaper = new Shaper(schemas, rules);
        this.residue = new Residue(schemas, rules);
    }

    /** The plain schemas of a set without errors. */
    public static PlainSet write(SchemaSet schemaSet) {
        return new PlainWriter(schemaSet).write(Roots.of(schemaSet));
    }

    private PlainSet write(Roots roots) {
        DefinitionMessages definitions = new DefinitionMessages(schemas, shaper);
        for (Location root : roots.messages()) {
            Facts facts = schemas.facts(root);
            if (roots.isFile(root) ? isObject(facts) : definitions.contains(root)) {
                set.addMessage(root, message(root, facts));
            } else {
                if (roots.isFile(root) && facts.kinds().contains(Kind.OBJECT)) {
                    set.addNoMessage(root);
                }
                schema(List.of(root), naming.words(root));
            }
            finishWaiting();
        }
        for (Location root : roots.types()) {
            schema(List.of(root), naming.words(root));
            finishWaiting();
        }
        set.finish(rules.named());
        return set;
    }

    private void finishWaiting() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /** Whether objects are all that fit, or all that was meant where no type is told. */
    static boolean isObject(Facts facts) {
        return facts.kinds().equals(Set.of(Kind.OBJECT))
                || facts.kinds().equals(Kind.all()) && !facts.propertyNames().isEmpty();
    }

    /** A message has a type of its own: the properties that it declares. */
    private String message(Location message, Facts facts) {
        boolean own = schemas.origin(message) == message;
        Shape shape = new Shape.Properties();
        String key = own ? key(facts, shape) : "message " + message.source();
        return type(key, shape, facts, List.of(message), naming.words(message));
    }

    /** The plain schema of a value for which all schemas must hold. */
    private ObjectNode schema(List<Location> sources, List<String> words) {
        Shaper.Shaped shaped = shaper.of(sources);
        Shape shape = shaped.shape();
        Facts facts = shaped.facts();
        if (isNamed(shape)) {
            String reference = type(key(facts, shape), shape, facts, shaped.sources(), words);
            ObjectNode node = NODES.objectNode().put("$ref", reference);
            return orNull(add(node, Rule.ANYTHING.schema(), sources), shaped, sources);
        }
        if (shape instanceof Shape.AnyJson || shape instanceof Shape.Nothing) {
            noteUntyped(facts);
            return anyJson(sources, shape);
        }
        // A type without a name that is part of itself, or of very many, cannot be written.
        if (open.size() > DEEPEST || !open.add(facts.key())) {
            return anyJson(sources, shape);
        }
        ObjectNode node = unnamed(facts, shape, words);
        open.remove(facts.key());
        return orNull(add(node, residue.of(facts, shape), sources), shaped, sources);
    }

    private void noteUntyped(Facts facts) {
        if (facts.kinds().equals(Kind.all())) {
            facts.atoms().stream()
                    .filter(atom -> atom.keywords().has("properties"))
                    .findFirst()
                    .ifPresent(set::addUntyped);
        }
    }

    private ObjectNode anyJson(List<Location> sources, Shape shape) {
        Literal rule = Rule.ANYTHING.schema();
        if (shape instanceof Shape.Nothing) {
            rule = new Literal.BooleanLiteral(false);
        } else if (!schemas.conjunction(sources).isEmpty()) {
            rule = rules.asWritten(sources);
        }
        return add(NODES.objectNode(), rule, sources);
    }

    private ObjectNode add(ObjectNode node, Literal rule, List<Location> sources) {
        set.add(new PlainSchema(node, new Rule(rule), sources));
        return node;
    }

    private ObjectNode orNull(ObjectNode node, Shaper.Shaped shaped, List<Location> sources) {
        if (!shaped.nullable()) {
            return node;
        }
        ObjectNode either = NODES.objectNode();
        ArrayNode branches = either.putArray("anyOf");
        branches.add(node);
        branches.addObject().put("type", "null");
        return add(either, Rule.ANYTHING.schema(), sources);
    }

    private static boolean isNamed(Shape shape) {
        return shape instanceof Shape.Properties
                || shape instanceof Shape.Tuple
                || shape instanceof Shape.Union
                || shape instanceof Shape.Values values
                        && (values.values().size() > 1 || values.open().isPresent());
    }

    private static String key(Facts facts, Shape shape) {
        return shape.getClass().getSimpleName() + facts.key();
    }

    private String type(
            String key, Shape shape, Facts facts, List<Location> sources, List<String> words) {
        String known = references.get(key);
        if (known != null) {
            return known;
        }
        String reference = "#" + references.size();
        references.put(key, reference);
        Location last = schemas.origin(sources.get(sources.size() - 1));
        boolean alone = schemas.facts(last).key().equals(facts.key());
        List<String> name = alone && !key.startsWith("message") ? naming.words(last) : words;
        waiting.add(() -> set.add(named(reference, shape, facts, last, name)));
        return reference;
    }

    private PlainType named(
            String reference, Shape shape, Facts facts, Location home, List<String> words) {
        ObjectNode node = NODES.objectNode();
        List<PlainType.Value> values = new ArrayList<>();
        List<PlainType.Branch> branches = new ArrayList<>();
        if (shape instanceof Shape.Values listed) {
            enumeration(node, listed);
            listed.values().forEach(v -> values.add(new PlainType.Value(v.literal(), v.schema())));
        } else if (shape instanceof Shape.Union union) {
            union(node, union, words, branches);
        } else if (shape instanceof Shape.Tuple tuple) {
            tuple(node, tuple, facts, words);
        } else {
            object(node, facts, words);
        }
        Rule rule = new Rule(residue.of(facts, shape));
        return new PlainType(reference, home, words, node, rule, values, branches);
    }

    private void enumeration(ObjectNode node, Shape.Values listed) {
        ObjectNode closed = listed.open().isPresent() ? NODES.objectNode() : node;
        ArrayNode values = closed.putArray("enum");
        listed.values().forEach(value -> values.add(LiteralNodes.of(value.literal())));
        listed.open()
                .ifPresent(
                        open -> {
                            ObjectNode text = limits.text(open);
                            add(text, residue.of(open, new Shape.Text()), open.atoms());
                            node.putArray("anyOf").add(closed).add(text);
                        });
    }

    private void union(
            ObjectNode node,
            Shape.Union union,
            List<String> words,
            List<PlainType.Branch> branches) {
        node.put("x-property", union.property());
        ArrayNode all = node.putArray("oneOf");
        for (Shape.Branch branch : union.branches()) {
            naming.give(branch.schema(), BranchNames.words(words, branch));
            ObjectNode inner = schema(branch.all(), BranchNames.words(words, branch));
            all.add(inner);
            branches.add(new PlainType.Branch(inner.get("$ref").asText(), branch.values()));
        }
    }

    private void tuple(ObjectNode node, Shape.Tuple tuple, Facts facts, List<String> words) {
        node.put("type", "array");
        ArrayNode items = node.putArray("prefixItems");
        for (int i = 0; i < tuple.size(); i++) {
            List<String> name = Naming.join(words, List.of("item", Integer.toString(i)));
            items.add(schema(facts.prefixItem(i), name));
        }
    }

    private void object(ObjectNode node, Facts facts, List<String> words) {
        node.put("type", "object");
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (String name : facts.fieldNames()) {
            List<Location> all = facts.property(name);
            noteImpossible(facts, name, all);
            if (!facts.isNever(all)) {
                properties.set(name, schema(all, Naming.join(words, Names.words(name))));
                if (facts.required().contains(name)) {
                    required.add(name);
                }
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        List<Location> others = facts.others();
        if (facts.isWide()) {
            node.put("x-wide", facts.propertyNames().size() - facts.fieldNames().size());
        }
        if (facts.hasPatterns() || facts.isWide()) {
            node.put("x-keeps", true);
        } else if (!others.isEmpty() && facts.isNever(others)) {
            node.put("additionalProperties", false);
        } else if (!others.isEmpty()) {
            node.set("additionalProperties", schema(others, Naming.join(words, List.of("value"))));
        }
    }

    private void noteImpossible(Facts facts, String name, List<Location> all) {
        boolean required = facts.required().contains(name);
        boolean meant = !required && facts.forbids(name);
        if (!meant && !all.isEmpty() && shaper.of(all).shape() instanceof Shape.Nothing) {
            set.add(new ImpossibleProperty(name, all.get(all.size() - 1), required));
        }
    }

    /** The plain schema of a type that has no name. */
    private ObjectNode unnamed(Facts facts, Shape shape, List<String> words) {
        if (shape instanceof Shape.Values values) {
            return constant(values);
        }
        if (shape instanceof Shape.Native nativeType) {
            String reference = "gdwire:godot/" + nativeType.type().schemaName();
            return NODES.objectNode().put("$ref", reference);
        }
        if (shape instanceof Shape.Members members) {
            ObjectNode node = limits.counts(facts, "object", "minProperties", "maxProperties");
            List<String> name = Naming.join(words, List.of("value"));
            node.set("additionalProperties", schema(members.values(), name));
            return node;
        }
        if (shape instanceof Shape.Items items) {
            ObjectNode node = limits.counts(facts, "array", "minItems", "maxItems");
            boolean unique =
                    facts.values("uniqueItems").values().stream().anyMatch(JsonNode::asBoolean);
            if (unique) {
                node.put("uniqueItems", true);
            }
            node.set("items", schema(items.items(), Naming.join(words, List.of("item"))));
            return node;
        }
        if (shape instanceof Shape.Number number) {
            return limits.number(facts, number.whole());
        }
        return shape instanceof Shape.Flag
                ? NODES.objectNode().put("type", "boolean")
                : limits.text(facts);
    }

    private static ObjectNode constant(Shape.Values values) {
        ObjectNode node = NODES.objectNode();
        node.set("const", LiteralNodes.of(values.values().get(0).literal()));
        return node;
    }
}
