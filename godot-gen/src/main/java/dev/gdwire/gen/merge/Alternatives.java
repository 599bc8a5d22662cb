package dev.gdwire.gen.merge;

import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes away the alternatives that no value of the wanted kinds can fit. Where one is left of an
 * {@code anyOf} or {@code oneOf}, its schema holds as those around it do: most often the others
 * said that null is allowed.
 */
final class Alternatives {
    private final Schemas schemas;

    Alternatives(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The schemas that are left; the atoms themselves when nothing can be taken away. */
    List<Location> withoutDead(Facts facts, Set<Kind> kinds) {
        for (Facts.Group group : facts.groups()) {
            List<Location> alive =
                    group.branches().stream().filter(b -> isAlive(b, kinds)).toList();
            if (alive.size() == 1) {
                List<Location> left = replace(facts, group, alive.get(0));
                return withoutDead(schemas.facts(left), kinds, left);
            }
        }
        return facts.atoms();
    }

    private List<Location> withoutDead(Facts facts, Set<Kind> kinds, List<Location> sources) {
        boolean more =
                facts.groups().stream()
                        .anyMatch(
                                group ->
                                        group.branches().stream()
                                                        .filter(b -> isAlive(b, kinds))
                                                        .count()
                                                == 1);
        return more ? withoutDead(facts, kinds) : sources;
    }

    private boolean isAlive(Location branch, Set<Kind> kinds) {
        return !Kind.meet(schemas.facts(branch).kinds(), kinds).isEmpty();
    }

    private List<Location> replace(Facts facts, Facts.Group group, Location alive) {
        List<Location> all = new ArrayList<>();
        for (Location atom : facts.atoms()) {
            if (atom != group.owner()) {
                all.add(schemas.apart(atom, group.owner()));
            } else {
                Location rest = rest(group, alive);
                if (Schemas.saysSomething(rest)) {
                    all.add(rest);
                }
            }
        }
        all.add(alive);
        return all;
    }

    /** What else the schema says; its type is of no account when the alternative has a narrower. */
    Location rest(Facts.Group group, Location alive) {
        Location rest = schemas.without(group.owner(), group.keyword());
        Set<Kind> own = schemas.facts(alive).kinds();
        boolean wider = Kind.meet(Kind.of(rest.keywords().path("type")), own).equals(own);
        return rest.keywords().has("type") && wider ? schemas.without(rest, "type") : rest;
    }
}
