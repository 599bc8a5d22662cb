package dev.gdwire.gen.merge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gdwire.gen.schema.Keywords;
import dev.gdwire.gen.schema.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes away schemas that only name a type, where another names the same or a narrower one: what
 * overrides a property of a base is then that property, and not a mixture of both.
 */
final class TypeOnly {
    private static final Set<String> NO_MORE = Set.of("type", "$ref", "allOf");

    private TypeOnly() {}

    /** The schemas that are left. */
    static List<Location> without(List<Location> atoms) {
        List<Location> left = new ArrayList<>(atoms);
        for (Location atom : atoms) {
            if (isTypeOnly(atom) && isSaid(atom, left)) {
                left.removeIf(other -> other == atom);
            }
        }
        return left;
    }

    private static boolean isTypeOnly(Location atom) {
        return atom.keywords().has("type")
                && atom.keywords()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(Keywords::isValidating)
                        .allMatch(NO_MORE::contains);
    }

    private static boolean isSaid(Location atom, List<Location> left) {
        Set<Kind> kinds = Kind.of(atom.keywords().get("type"));
        if (kinds.equals(Kind.all())) {
            return true;
        }
        for (Location other : left) {
            JsonNode type = other.keywords().path("type");
            boolean narrower =
                    !type.isMissingNode() && Kind.meet(kinds, Kind.of(type)).equals(Kind.of(type));
            if (other != atom && narrower) {
                return true;
            }
        }
        return false;
    }
}
