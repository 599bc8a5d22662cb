package dev.gdwire.gen.link;

import dev.gdwire.gen.ir.TypeName;
import dev.gdwire.gen.merge.PlainType;
import dev.gdwire.gen.problem.ProblemId;
import dev.gdwire.gen.problem.Problems;
import dev.gdwire.gen.schema.Location;
import dev.gdwire.gen.schema.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each type a name that no other has. Of several that would get the same, a message keeps it,
 * else the one whose place comes first; the others get the name of their file before it, or a
 * number behind.
 */
final class TypeNames {
    private final Map<String, TypeName> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Problems problems;

    /**
     * Names the types of a set.
     *
     * @param messages the references of those that are messages
     */
    TypeNames(
            String setName, Collection<PlainType> types, Set<String> messages, Problems problems) {
        this.problems = problems;
        reserve(setName);
        types.stream()
                .sorted(
                        Comparator.comparing(
                                        (PlainType type) ->
                                                Gdwire.name(type.home().node()).isEmpty())
                                .thenComparing(type -> !messages.contains(type.reference()))
                                .thenComparing(type -> type.home().path().size())
                                .thenComparing(type -> type.home().file().path())
                                .thenComparing(type -> type.home().pointer())
                                .thenComparing(type -> String.join("_", type.words())))
                .forEach(type -> names.put(type.reference(), name(type)));
    }

    /** The name of a type. */
    TypeName of(String reference) {
        TypeName name = names.get(reference);
        if (name == null) {
            throw new IllegalStateException("no name for the type " + reference);
        }
        return name;
    }

    /** Classes that are written for the set as a whole. */
    private void reserve(String setName) {
        for (String suffix : List.of("message", "protocol", "fromjava", "fromgodot", "rules")) {
            taken.add(setName.replace("_", "") + suffix);
        }
    }

    private TypeName name(PlainType type) {
        for (List<String> words : wishes(type)) {
            if (take(words)) {
                return new TypeName(words);
            }
        }
        Location home = type.home();
        Gdwire.name(home.node())
                .ifPresent(
                        name ->
                                problems.error(
                                        ProblemId.NAME_COLLISION,
                                        home.file().value(home.node().get(Gdwire.KEY), "name"),
                                        "the name \"" + name + "\" is taken",
                                        "choose another, or leave it out"));
        for (int number = 2; ; number++) {
            List<String> words = new ArrayList<>(type.words());
            words.add(Integer.toString(number));
            if (take(words)) {
                return new TypeName(words);
            }
        }
    }

    private static List<List<String>> wishes(PlainType type) {
        Location home = type.home();
        List<String> ofFile = new ArrayList<>(Words.of(home.file().baseName()));
        ofFile.addAll(type.words());
        boolean chosen = Gdwire.name(home.node()).isPresent();
        return !chosen && !home.isRoot() ? List.of(type.words(), ofFile) : List.of(type.words());
    }

    /** Compared as file systems and readers do, who see no difference in case and underscores. */
    private boolean take(List<String> words) {
        return taken.add(String.join("", words));
    }
}
