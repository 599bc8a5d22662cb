package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.ir.Rule;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds conjunctions that allow a few values only: constants, enums, and unions of such. */
final class ValueLists {
    private static final int DEEPEST = 20;

    private static final Set<Kind> ANY_FORMAT =
            EnumSet.of(Kind.NULL, Kind.BOOLEAN, Kind.INTEGER, Kind.NUMBER);

    private final Schemas schemas;
    private final Rules rules;
    private final RuleFit fit;

    ValueLists(Schemas schemas, Rules rules, RuleFit fit) {
        this.schemas = schemas;
        this.rules = rules;
        this.fit = fit;
    }

    /** All values that are allowed, each once; empty when they are not listed. */
    Optional<List<Shape.Value>> of(Facts facts) {
        return candidates(facts, 0)
                .filter(all -> canTell(facts, all))
                .map(all -> allowed(facts, all));
    }

    /** Whether it is known here which of the values fit: formats are read at run time only. */
    private boolean canTell(Facts facts, List<Shape.Value> values) {
        return values.stream().map(value -> Kind.of(value.literal())).allMatch(ANY_FORMAT::contains)
                || !fit.asksForFormats(rules.whole(facts));
    }

    private Optional<List<Shape.Value>> candidates(Facts facts, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        for (Location atom : facts.atoms()) {
            Optional<List<Literal>> listed = Facts.listed(atom);
            if (listed.isPresent()) {
                return listed.map(
                        values -> values.stream().map(v -> new Shape.Value(v, atom)).toList());
            }
        }
        for (Facts.Group group : facts.groups()) {
            Optional<List<Shape.Value>> all = ofBranches(group.branches(), depth);
            if (all.isPresent()) {
                return all;
            }
        }
        boolean onlyNull = facts.kinds().equals(EnumSet.of(Kind.NULL));
        return onlyNull && !facts.atoms().isEmpty()
                ? Optional.of(
                        List.of(new Shape.Value(new Literal.NullLiteral(), facts.atoms().get(0))))
                : Optional.empty();
    }

    private Optional<List<Shape.Value>> ofBranches(List<Location> branches, int depth) {
        List<Shape.Value> all = new ArrayList<>();
        for (Location branch : branches) {
            Optional<List<Shape.Value>> some = candidates(schemas.facts(branch), depth + 1);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            some.get().forEach(value -> all.add(documented(value, branch)));
        }
        return Optional.of(all);
    }

    /** A branch that is one constant has words for it. */
    private static Shape.Value documented(Shape.Value value, Location branch) {
        return branch.keywords().has("const") ? new Shape.Value(value.literal(), branch) : value;
    }

    private List<Shape.Value> allowed(Facts facts, List<Shape.Value> candidates) {
        Literal rule = rules.whole(facts);
        List<Shape.Value> allowed = new ArrayList<>();
        for (Shape.Value value : candidates) {
            boolean twice =
                    allowed.stream()
                            .anyMatch(v -> LiteralEquality.equal(v.literal(), value.literal()));
            if (!twice && fit.fits(value.literal(), rule)) {
                allowed.add(value);
            }
        }
        return allowed;
    }

    /** Names for some of all strings: an {@code anyOf} of constants and a string. */
    Optional<Shape> open(Facts facts) {
        List<Facts.Group> groups = facts.groups();
        boolean alone = facts.atoms().size() == 1 && groups.size() == 1;
        if (!alone || !groups.get(0).keyword().equals("anyOf") || hasMore(facts.atoms().get(0))) {
            return Optional.empty();
        }
        List<Shape.Value> values = new ArrayList<>();
        List<Location> others = new ArrayList<>();
        for (Location branch : groups.get(0).branches()) {
            Optional<List<Shape.Value>> some = candidates(schemas.facts(branch), 0);
            some.ifPresentOrElse(
                    all -> all.forEach(value -> values.add(documented(value, branch))),
                    () -> others.add(branch));
        }
        List<Shape.Value> allowed = allowed(facts, values);
        boolean strings =
                allowed.stream().allMatch(v -> v.literal() instanceof Literal.StringLiteral);
        if (others.size() != 1 || allowed.isEmpty() || !strings) {
            return Optional.empty();
        }
        Facts open = schemas.facts(others.get(0));
        Literal rule = rules.whole(open);
        boolean all = allowed.stream().allMatch(v -> fit.fits(v.literal(), rule));
        boolean plain = open.kinds().equals(EnumSet.of(Kind.STRING)) && open.groups().isEmpty();
        // A format may make another type of the text than a string.
        boolean typed =
                !open.values("format").isEmpty() || !open.values("contentEncoding").isEmpty();
        return all && plain && !typed && open.atoms().size() == 1
                ? Optional.of(new Shape.Values(allowed, Optional.of(open)))
                : Optional.empty();
    }

    /** Whether a schema says more than its type and its alternatives. */
    private boolean hasMore(Location atom) {
        return !rules.own(atom, Set.of("type", "anyOf")).equals(Rule.ANYTHING.schema());
    }
}
