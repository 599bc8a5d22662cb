package dev.gdwire.gen.merge;

import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.MessageLayout;
import dev.gdwire.gen.schema.SchemaSet;
import java.util.List;

/**
 * Where types are looked for.
 *
 * @param messages the schemas that are messages if they describe objects
 * @param types all other schemas that people gave a name
 */
record Roots(List<Location> messages, List<Location> types) {
    /** Whether a message is a file of its own. */
    boolean isFile(Location message) {
        return message.isRoot();
    }

    static Roots of(SchemaSet set) {
        boolean defs = set.config().messages() == MessageLayout.DEFS;
        List<Location> named =
                set.locations().stream()
                        .filter(Location::describesValues)
                        .filter(location -> location.isRoot() || isDefinition(location))
                        .toList();
        return new Roots(
                named.stream().filter(l -> isMessage(l, defs)).toList(),
                named.stream().filter(l -> !isMessage(l, defs)).toList());
    }

    private static boolean isMessage(Location location, boolean defs) {
        boolean top = location.file().isTopLevel();
        return defs
                ? top && location.path().size() == 2 && isDefinition(location)
                : top && location.isRoot();
    }

    private static boolean isDefinition(Location location) {
        int size = location.path().size();
        String step = size < 2 ? "" : location.path().get(size - 2);
        return step.equals("$defs") || step.equals("definitions");
    }
}
