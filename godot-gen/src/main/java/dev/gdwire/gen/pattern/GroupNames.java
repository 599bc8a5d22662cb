package dev.gdwire.gen.pattern;

import dev.gdwire.gen.pattern.PatternNode.BackReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The groups of a pattern, by number and by name. */
final class GroupNames {
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What is referred to by name; its place is a number below zero until all names are known. */
    private final List<String> references = new ArrayList<>();

    private int count;

    int open() {
        return ++count;
    }

    int count() {
        return count;
    }

    void name(int number, String name) throws UnsupportedPatternException {
        if (!isName(name)) {
            throw new NoPatternException("\"" + name + "\" is no name of a group");
        }
        if (numbers.put(name, number) != null) {
            throw new NoPatternException("two groups have the name \"" + name + "\"");
        }
    }

    BackReference reference(String name) {
        references.add(name);
        return new BackReference(-references.size());
    }

    /** The number of the group that is meant. */
    int number(BackReference reference) throws UnsupportedPatternException {
        if (reference.number() > 0) {
            return reference.number();
        }
        String name = references.get(-reference.number() - 1);
        Integer number = numbers.get(name);
        if (number == null) {
            throw new NoPatternException("no group has the name \"" + name + "\"");
        }
        return number;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().allMatch(c -> c == '$' || Character.isUnicodeIdentifierPart(c))
                && name.codePoints()
                        .limit(1)
                        .allMatch(
                                c -> c == '$' || c == '_' || Character.isUnicodeIdentifierStart(c));
    }
}
