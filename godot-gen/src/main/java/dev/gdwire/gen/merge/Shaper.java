package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.NativeType;
import dev.gdwire.gen.schema.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what type a conjunction gets. */
final class Shaper {
    private static final Literal NULL = new Literal.NullLiteral();

    private final Schemas schemas;
    private final Rules rules;
    private final ValueLists values;
    private final Unions unions;
    private final Alternatives alternatives;
    private final RuleFit fit;
    private final Map<List<Integer>, Shaped> known = new HashMap<>();
    private final Set<List<Integer>> busy = new HashSet<>();

    Shaper(Schemas schemas, Rules rules) {
        this.schemas = schemas;
        this.rules = rules;
        this.fit = new RuleFit(rules.named());
        this.values = new ValueLists(schemas, rules, fit);
        this.alternatives = new Alternatives(schemas);
        this.unions = new Unions(schemas, values, alternatives);
    }

    /**
     * A decision.
     *
     * @param nullable whether null is allowed too
     * @param facts of what is left once null is taken away
     * @param sources the schemas that these facts are of
     */
    record Shaped(Shape shape, boolean nullable, Facts facts, List<Location> sources) {}

    /** The type of a conjunction; one that is asked for while it is decided is any JSON value. */
    Shaped of(List<Location> sources) {
        Facts facts = schemas.facts(sources);
        Shaped shaped = known.get(facts.key());
        if (shaped == null && busy.add(facts.key())) {
            shaped = decide(facts);
            busy.remove(facts.key());
            known.put(facts.key(), shaped);
        }
        if (shaped == null) {
            return new Shaped(new Shape.AnyJson(), false, facts, sources);
        }
        boolean same = shaped.facts() == facts;
        return same ? new Shaped(shaped.shape(), shaped.nullable(), facts, sources) : shaped;
    }

    private Shaped decide(Facts facts) {
        Optional<List<Shape.Value>> listed = values.of(facts);
        if (listed.isPresent()) {
            return ofValues(listed.get(), facts);
        }
        Set<Kind> kinds = facts.kinds();
        boolean wide = kinds.size() > 2 || kinds.size() == 2 && !kinds.contains(Kind.NULL);
        if (wide) {
            return shaped(new Shape.AnyJson(), false, facts);
        }
        boolean nullable = kinds.remove(Kind.NULL) && fit.fits(NULL, rules.whole(facts));
        if (kinds.isEmpty()) {
            return nullable
                    ? ofValues(List.of(new Shape.Value(NULL, facts.atoms().get(0))), facts)
                    : shaped(new Shape.Nothing(), false, facts);
        }
        List<Location> left = alternatives.withoutDead(facts, kinds);
        if (schemas.facts(left) == facts) {
            return shaped(ofKind(facts, kinds.iterator().next()), nullable, facts);
        }
        Shaped inner = of(left);
        return new Shaped(inner.shape(), nullable, inner.facts(), inner.sources());
    }

    private static Shaped shaped(Shape shape, boolean nullable, Facts facts) {
        return new Shaped(shape, nullable, facts, facts.atoms());
    }

    private Shaped ofValues(List<Shape.Value> listed, Facts facts) {
        List<Shape.Value> scalars =
                listed.stream().filter(v -> !(v.literal() instanceof Literal.NullLiteral)).toList();
        boolean nullable = scalars.size() < listed.size();
        if (listed.isEmpty()) {
            return shaped(new Shape.Nothing(), false, facts);
        }
        if (scalars.isEmpty()) {
            return shaped(new Shape.Values(listed, Optional.empty()), false, facts);
        }
        if (scalars.stream().anyMatch(value -> isContainer(value.literal()))) {
            return shaped(new Shape.AnyJson(), false, facts);
        }
        boolean flags =
                scalars.size() == 2
                        && scalars.stream().allMatch(v -> Kind.of(v.literal()) == Kind.BOOLEAN);
        Shape shape = flags ? new Shape.Flag() : new Shape.Values(scalars, Optional.empty());
        return shaped(shape, nullable, facts);
    }

    private static boolean isContainer(Literal value) {
        return value instanceof Literal.ListLiteral || value instanceof Literal.ObjectLiteral;
    }

    private Shape ofKind(Facts facts, Kind kind) {
        Optional<NativeType> nativeType =
                facts.atoms().stream()
                        .map(schemas::nativeType)
                        .flatMap(Optional::stream)
                        .findFirst();
        if (nativeType.isPresent()) {
            return new Shape.Native(nativeType.get());
        }
        return switch (kind) {
            case OBJECT -> ofObject(facts);
            case ARRAY -> ofArray(facts);
            case STRING -> values.open(facts).orElseGet(Shape.Text::new);
            case INTEGER -> new Shape.Number(true);
            case NUMBER -> new Shape.Number(false);
            case BOOLEAN -> new Shape.Flag();
            case NULL -> throw new IllegalStateException("null was left aside");
        };
    }

    private Shape ofObject(Facts facts) {
        Optional<Shape> union = unions.of(facts).filter(this::isOfRecords);
        if (union.isPresent()) {
            return union.get();
        }
        boolean closed = !facts.others().isEmpty() && facts.isNever(facts.others());
        // No properties, and a word on all others: that is how some write a map.
        boolean declares =
                facts.others().isEmpty()
                        && facts.atoms().stream()
                                .anyMatch(atom -> atom.keywords().has("properties"));
        if (declares || !facts.propertyNames().isEmpty() || closed && !facts.hasPatterns()) {
            return new Shape.Properties();
        }
        return new Shape.Members(closed ? onlyPattern(facts) : memberSchemas(facts));
    }

    /** Whether each branch is a record, or a union by the same property. */
    private boolean isOfRecords(Shape shape) {
        Shape.Union union = (Shape.Union) shape;
        return union.branches().stream()
                .map(branch -> of(branch.all()).shape())
                .allMatch(
                        inner ->
                                inner instanceof Shape.Properties
                                        || inner instanceof Shape.Union other
                                                && other.property().equals(union.property()));
    }

    /** The schema of all members when there is but one pattern and nothing beside it. */
    private List<Location> onlyPattern(Facts facts) {
        var patterns = facts.values("patternProperties").values();
        boolean one = patterns.size() == 1 && patterns.iterator().next().size() == 1;
        return one
                ? List.of(schemas.location(patterns.iterator().next().elements().next()))
                : List.of();
    }

    private List<Location> memberSchemas(Facts facts) {
        return facts.hasPatterns() ? List.of() : facts.others();
    }

    private Shape ofArray(Facts facts) {
        int prefix = facts.prefixSize();
        if (prefix == 0) {
            return new Shape.Items(facts.items());
        }
        long least =
                facts.values("minItems").values().stream()
                        .mapToLong(n -> n.asLong())
                        .max()
                        .orElse(0);
        long most =
                facts.values("maxItems").values().stream()
                        .mapToLong(n -> n.asLong())
                        .min()
                        .orElse(Long.MAX_VALUE);
        boolean closed = !facts.items().isEmpty() && facts.isNever(facts.items());
        boolean exact = least == prefix && (closed ? most >= prefix : most == prefix);
        return exact ? new Shape.Tuple(prefix) : new Shape.Items(List.of());
    }
}
