package dev.gdwire.gen.pattern;

import dev.gdwire.gen.pattern.PatternNode.BackReference;
import dev.gdwire.gen.pattern.PatternNode.Choice;
import dev.gdwire.gen.pattern.PatternNode.Group;
import dev.gdwire.gen.pattern.PatternNode.Look;
import dev.gdwire.gen.pattern.PatternNode.Repeat;
import dev.gdwire.gen.pattern.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides what refers to a group. In ECMA 262 a group that took no part counts as empty, and is
 * forgotten whenever a repeat around it starts anew; elsewhere neither holds. So a reference stays
 * only where its group has matched for sure, and is empty where it cannot have matched yet.
 */
final class BackReferences {
    private static final int MOST = 9;

    private final GroupNames names;
    private final Dialect dialect;
    private final Set<Integer> closed = new HashSet<>();
    private final Set<Integer> used = new TreeSet<>();
    private int references;

    BackReferences(GroupNames names, Dialect dialect) {
        this.names = names;
        this.dialect = dialect;
    }

    /** The same without the groups that nothing refers to, the others numbered again. */
    PatternNode resolve(PatternNode root) throws UnsupportedPatternException {
        PatternNode resolved = resolve(root, new HashSet<>());
        if (used.size() > MOST) {
            throw new UnsupportedPatternException("more than " + MOST + " groups are referred to");
        }
        return renumber(resolved, new ArrayList<>(used));
    }

    /** {@code matched} are the groups that have matched for sure; those of the node are added. */
    private PatternNode resolve(PatternNode node, Set<Integer> matched)
            throws UnsupportedPatternException {
        if (node instanceof BackReference reference) {
            return reference(reference, matched);
        }
        if (node instanceof Group group) {
            PatternNode part = resolve(group.part(), matched);
            closed.add(group.number());
            matched.add(group.number());
            return new Group(part, group.number());
        }
        if (node instanceof Sequence sequence) {
            List<PatternNode> parts = new ArrayList<>();
            for (PatternNode part : sequence.parts()) {
                parts.add(resolve(part, matched));
            }
            return new Sequence(parts);
        }
        if (node instanceof Choice choice) {
            List<PatternNode> parts = new ArrayList<>();
            for (PatternNode part : choice.parts()) {
                parts.add(resolve(part, new HashSet<>(matched)));
            }
            return new Choice(parts);
        }
        if (node instanceof Repeat repeat) {
            PatternNode part = resolve(repeat.part(), new HashSet<>(matched));
            return new Repeat(part, repeat.least(), repeat.most(), repeat.greed());
        }
        if (node instanceof Look look) {
            int before = references;
            PatternNode part = resolve(look.part(), new HashSet<>(matched));
            if (look.direction().isBehind() && references > before) {
                throw new UnsupportedPatternException(
                        "a lookbehind that refers to a group has no fixed length");
            }
            return new Look(look.direction(), part);
        }
        return node;
    }

    private PatternNode reference(BackReference reference, Set<Integer> matched)
            throws UnsupportedPatternException {
        references++;
        int number = names.number(reference);
        if (number > names.count()) {
            String message = "\"\\" + number + "\" refers to a group that does not exist";
            throw dialect == Dialect.UNICODE
                    ? new NoPatternException(message)
                    : new UnsupportedPatternException(message);
        }
        if (!closed.contains(number)) {
            return PatternNode.EMPTY;
        }
        if (!matched.contains(number)) {
            throw new UnsupportedPatternException(
                    "it refers to group "
                            + number
                            + ", which may not have matched: that counts as empty in ECMA 262"
                            + " only");
        }
        used.add(number);
        return new BackReference(number);
    }

    private static PatternNode renumber(PatternNode node, List<Integer> used) {
        if (node instanceof BackReference reference) {
            return new BackReference(used.indexOf(reference.number()) + 1);
        }
        if (node instanceof Group group) {
            PatternNode part = renumber(group.part(), used);
            int number = used.indexOf(group.number()) + 1;
            return number > 0 ? new Group(part, number) : part;
        }
        if (node instanceof Sequence sequence) {
            return Sequence.of(
                    sequence.parts().stream().map(part -> renumber(part, used)).toList());
        }
        if (node instanceof Choice choice) {
            return Choice.of(choice.parts().stream().map(part -> renumber(part, used)).toList());
        }
        if (node instanceof Repeat repeat) {
            return Repeat.of(
                    renumber(repeat.part(), used), repeat.least(), repeat.most(), repeat.greed());
        }
        if (node instanceof Look look) {
            return new Look(look.direction(), renumber(look.part(), used));
        }
        return node;
    }
}
