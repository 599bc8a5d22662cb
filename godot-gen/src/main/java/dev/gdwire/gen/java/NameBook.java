package dev.gdwire.gen.java;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Gives each of several wire names a Java name of its own, the same whatever their order. One that
 * is exactly the name that it gives keeps that; where several give the same name, the others keep
 * their own spelling if Java takes it, else are spelt out, else get a number.
 */
final class NameBook {
    private final Function<String, String> namer;
    private final Function<String, String> speller;
    private final Set<String> taken;
    private final Map<String, String> names = new HashMap<>();

    private NameBook(
            Function<String, String> namer,
            Function<String, String> speller,
            Collection<String> taken) {
        this.namer = namer;
        this.speller = speller;
        this.taken = new HashSet<>(taken);
    }

    /** Names of components. */
    static Map<String, String> ofComponents(Collection<String> wireNames) {
        return new NameBook(JavaNames::componentName, JavaNames::spelledComponent, Set.of())
                .assign(wireNames);
    }

    /** Names of constants. */
    static Map<String, String> ofConstants(Collection<String> wireValues) {
        return new NameBook(JavaNames::constantName, JavaNames::spelledConstant, Set.of())
                .assign(wireValues);
    }

    /** A name that is not taken, and is from now on: the wish, else one with a number. */
    static String fresh(String wish, Set<String> taken) {
        String name = wish;
        for (int number = 2; !taken.add(name); number++) {
            String separator = Character.isDigit(wish.charAt(wish.length() - 1)) ? "_" : "";
            name = wish + separator + number;
        }
        return name;
    }

    private Map<String, String> assign(Collection<String> wireNames) {
        Map<String, List<String>> groups = new HashMap<>();
        for (String wireName : new TreeSet<>(wireNames)) {
            groups.computeIfAbsent(namer.apply(wireName), name -> new ArrayList<>()).add(wireName);
        }
        groups.forEach(this::keep);
        for (String wireName : new TreeSet<>(wireNames)) {
            names.computeIfAbsent(wireName, this::other);
        }
        return names;
    }

    private void keep(String name, List<String> wireNames) {
        taken.add(name);
        if (wireNames.size() == 1) {
            names.put(wireNames.get(0), name);
        } else if (wireNames.contains(name)) {
            names.put(name, name);
        }
    }

    private String other(String wireName) {
        for (String wish : List.of(wireName, speller.apply(wireName))) {
            if (JavaNames.isFreeName(wish) && taken.add(wish)) {
                return wish;
            }
        }
        return fresh(namer.apply(wireName), taken);
    }
}
