package dev.gdwire.gen.gdscript;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Gives each of several texts a name of its own, the same in any order of the texts. A text that
 * shares its name with no other has it, and so has one that is spelt like it. Others have their
 * second choice, or else the name with a number behind.
 */
final class NameAssignment {
    private final UnaryOperator<String> wanted;
    private final UnaryOperator<String> second;

    /**
     * How texts become names.
     *
     * @param wanted the name of a text; never one that is taken by others than the texts
     * @param second another name for it; empty when there is none
     */
    NameAssignment(UnaryOperator<String> wanted, UnaryOperator<String> second) {
        this.wanted = wanted;
        this.second = second;
    }

    /** The name of each text. */
    Map<String, String> of(Collection<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> sorted = new TreeSet<>(texts);
        sorted.forEach(text -> counts.merge(wanted.apply(text), 1, Integer::sum));
        Map<String, String> names = new HashMap<>();
        for (String text : sorted) {
            String name = wanted.apply(text);
            if (counts.get(name) == 1 || name.equals(text)) {
                names.put(text, name);
            }
        }
        Set<String> taken = new HashSet<>(names.values());
        for (String text : sorted) {
            if (!names.containsKey(text)) {
                List<String> choices = List.of(second.apply(text), wanted.apply(text));
                names.put(text, free(choices, taken));
            }
        }
        return names;
    }

    private static String free(List<String> choices, Set<String> taken) {
        for (String choice : choices) {
            if (!choice.isEmpty() && taken.add(choice)) {
                return choice;
            }
        }
        return numbered(choices.get(choices.size() - 1), taken);
    }

    /** The name, or the first of {@code name_2}, {@code name_3} ... that is free; now taken. */
    static String numbered(String name, Set<String> taken) {
        String result = name;
        for (int number = 2; !taken.add(result); number++) {
            result = name + (name.endsWith("_") ? "" : "_") + number;
        }
        return result;
    }
}
