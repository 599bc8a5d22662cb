package dev.gdwire.gen.merge;

import dev.gdwire.gen.ir.Literal;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the property that tells the objects of an {@code anyOf} or {@code oneOf} apart. */
final class Unions {
    private static final int DEEPEST = 20;
    private static final Set<Kind> OBJECT = EnumSet.of(Kind.OBJECT);

    private final Schemas schemas;
    private final ValueLists values;
    private final Alternatives alternatives;

    Unions(Schemas schemas, ValueLists values, Alternatives alternatives) {
        this.schemas = schemas;
        this.values = values;
        this.alternatives = alternatives;
    }

    /** The union that a conjunction of objects is, if it is one. */
    Optional<Shape> of(Facts facts) {
        List<Facts.Group> groups = facts.groups();
        if (groups.size() != 1) {
            return Optional.empty();
        }
        List<Shape.Branch> branches = branches(facts, groups.get(0));
        if (branches.size() < 2) {
            return Optional.empty();
        }
        Facts first = schemas.facts(branches.get(0).all());
        for (String name : candidates(first, 0)) {
            Optional<Shape> union = union(name, branches);
            if (union.isPresent()) {
                return union;
            }
        }
        return Optional.empty();
    }

    /** The branches that can be objects, each with what holds for all. */
    private List<Shape.Branch> branches(Facts facts, Facts.Group group) {
        List<Shape.Branch> branches = new ArrayList<>();
        for (Location branch : group.branches()) {
            List<Location> all = new ArrayList<>();
            for (Location atom : facts.atoms()) {
                Location rest =
                        atom == group.owner()
                                ? alternatives.rest(group, branch)
                                : schemas.apart(atom, group.owner());
                if (Schemas.saysSomething(rest)) {
                    all.add(rest);
                }
            }
            all.add(branch);
            if (schemas.facts(branch).kinds().contains(Kind.OBJECT)) {
                branches.add(new Shape.Branch(branch, all, List.of()));
            }
        }
        boolean objects =
                branches.stream()
                        .allMatch(branch -> schemas.facts(branch.all()).kinds().equals(OBJECT));
        return objects ? branches : List.of();
    }

    private Set<String> candidates(Facts first, int depth) {
        Set<String> names = new LinkedHashSet<>(first.required());
        if (depth < DEEPEST) {
            for (Facts.Group group : first.groups()) {
                names.addAll(candidates(schemas.facts(group.branches().get(0)), depth + 1));
            }
        }
        return names;
    }

    private Optional<Shape> union(String name, List<Shape.Branch> branches) {
        List<Shape.Branch> told = new ArrayList<>();
        List<Literal> seen = new ArrayList<>();
        for (Shape.Branch branch : branches) {
            List<Literal> own = valuesOf(name, schemas.facts(branch.all()), 0);
            if (own.isEmpty() || own.stream().anyMatch(value -> contains(seen, value))) {
                return Optional.empty();
            }
            seen.addAll(own);
            told.add(new Shape.Branch(branch.schema(), branch.all(), own));
        }
        return Optional.of(new Shape.Union(name, told));
    }

    /** The scalars that a required property can be; none when they are not listed. */
    private List<Literal> valuesOf(String name, Facts facts, int depth) {
        if (facts.required().contains(name)) {
            List<Literal> listed =
                    values.of(schemas.facts(facts.property(name))).orElse(List.of()).stream()
                            .map(Shape.Value::literal)
                            .toList();
            if (!listed.isEmpty()) {
                return listed.stream().allMatch(Unions::isScalar) ? listed : List.of();
            }
        }
        if (facts.groups().size() != 1 || depth > DEEPEST) {
            return List.of();
        }
        List<Literal> all = new ArrayList<>();
        for (Location branch : facts.groups().get(0).branches()) {
            List<Literal> some = valuesOf(name, schemas.facts(branch), depth + 1);
            if (some.isEmpty()) {
                return List.of();
            }
            some.stream().filter(value -> !contains(all, value)).forEach(all::add);
        }
        return all;
    }

    private static boolean isScalar(Literal value) {
        return value instanceof Literal.StringLiteral
                || value instanceof Literal.NumberLiteral
                || value instanceof Literal.BooleanLiteral;
    }

    private static boolean contains(List<Literal> values, Literal value) {
        return values.stream().anyMatch(other -> LiteralEquality.equal(other, value));
    }
}
