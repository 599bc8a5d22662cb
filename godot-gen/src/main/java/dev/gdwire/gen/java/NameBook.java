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
 * is exactly the name that it gives keeps that, else the only one in which no sign has to be spelt
 * out; where several give the same name, the others keep their own spelling if Java takes it, else
 * are spelt out, else get a number.
 */
final class NameBook {
    /** What the code of enums names besides their constants. */
    private static final Set<String> OF_ENUMS =
            Set.of("constant", "dev", "java", "text", "value", "wireValue");

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
        return ofComponents(wireNames, Set.of());
    }

    /** Names of components, none of them one that is taken. */
    static Map<String, String> ofComponents(Collection<String> wireNames, Set<String> taken) {
        Function<String, String> namer = free(JavaNames::componentName, taken);
        return new NameBook(namer, free(JavaNames::spelledComponent, taken), taken)
                .assign(wireNames);
    }

    /** Names of constants. */
    static Map<String, String> ofConstants(Collection<String> wireValues) {
        return new NameBook(JavaNames::constantName, JavaNames::spelledConstant, OF_ENUMS)
                .assign(wireValues);
    }

    private static Function<String, String> free(
            Function<String, String> namer, Set<String> taken) {
        return namer.andThen(name -> taken.contains(name) ? name + "_" : name);
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
        } else {
            List<String> plain =
                    wireNames.stream().filter(each -> speller.apply(each).equals(name)).toList();
            if (plain.size() == 1) {
                names.put(plain.get(0), name);
            }
        }
    }

    private String other(String wireName) {
        for (String wish : List.of(wireName, speller.apply(wireName))) {
            if (JavaNames.isFreeName(wish) && !isLikeClass(wish) && taken.add(wish)) {
                return wish;
            }
        }
        return fresh(namer.apply(wireName), taken);
    }

    /** Code could not tell such a name from that of a class; constants are written in capitals. */
    private boolean isLikeClass(String name) {
        return Character.isUpperCase(name.codePointAt(0))
                && !name.equals(namer.apply(name))
                && !name.equals(speller.apply(name));
    }
}
