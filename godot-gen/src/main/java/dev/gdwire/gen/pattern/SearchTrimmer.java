package dev.gdwire.gen.pattern;

import dev.gdwire.gen.pattern.PatternNode.Choice;
import dev.gdwire.gen.pattern.PatternNode.Repeat;
import dev.gdwire.gen.pattern.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes off what does not change whether a pattern is found: a repeat at its start or end needs no
 * more than its least count. {@code .*x} is found where {@code x} is, and much sooner. Patterns
 * with groups that are referred to stay as they are.
 */
final class SearchTrimmer {
    /** The side on which nothing else of the pattern follows. */
    private enum Side {
        START,
        END
    }

    private SearchTrimmer() {}

    static PatternNode trim(PatternNode root) {
        return root.captures() ? root : trim(trim(root, Side.START), Side.END);
    }

    /** What stands in a lookahead: it begins where it must, but may end anywhere. */
    static PatternNode trimEnd(PatternNode root) {
        return root.captures() ? root : trim(root, Side.END);
    }

    /** What stands in a lookbehind: it ends where it must, but may begin anywhere. */
    static PatternNode trimStart(PatternNode root) {
        return root.captures() ? root : trim(root, Side.START);
    }

    private static PatternNode trim(PatternNode node, Side side) {
        if (node instanceof Sequence sequence) {
            return sequence(sequence.parts(), side);
        }
        if (node instanceof Choice choice) {
            List<PatternNode> parts =
                    choice.parts().stream().map(part -> trim(part, side)).toList();
            return parts.contains(PatternNode.EMPTY) ? PatternNode.EMPTY : Choice.of(parts);
        }
        if (node instanceof Repeat repeat) {
            return switch (repeat.least()) {
                case 0 -> PatternNode.EMPTY;
                case 1 -> trim(repeat.part(), side);
                default -> Repeat.of(repeat.part(), repeat.least(), repeat.least(), repeat.greed());
            };
        }
        return node;
    }

    private static PatternNode sequence(List<PatternNode> parts, Side side) {
        List<PatternNode> left = new ArrayList<>(parts);
        while (!left.isEmpty()) {
            int outer = side == Side.START ? 0 : left.size() - 1;
            PatternNode trimmed = trim(left.get(outer), side);
            if (!trimmed.equals(PatternNode.EMPTY)) {
                left.set(outer, trimmed);
                break;
            }
            left.remove(outer);
        }
        return Sequence.of(left);
    }
}
