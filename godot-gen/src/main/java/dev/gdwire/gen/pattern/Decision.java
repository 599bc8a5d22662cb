package dev.gdwire.gen.pattern;

import dev.gdwire.gen.pattern.PatternNode.BackReference;
import dev.gdwire.gen.pattern.PatternNode.Choice;
import dev.gdwire.gen.pattern.PatternNode.Group;
import dev.gdwire.gen.pattern.PatternNode.Repeat;
import dev.gdwire.gen.pattern.PatternNode.Sequence;
import java.util.List;

/**
 * Whether the next character alone decides how a part goes on. Then a repeat can be possessive:
 * what it has taken it need not give back, because nothing else could go on from there. That spares
 * both engines a place to come back to for each round, of which they have not many.
 */
final class Decision {
    private Decision() {}

    /** Whether a repeat takes the same with and without coming back to it. */
    static boolean isPossessive(Repeat repeat, CharSet follow) {
        PatternNode part = repeat.part();
        return !repeat.captures()
                && !part.isNullable()
                && !part.first().intersects(follow)
                && hasOneEnd(part, part.first().with(follow));
    }

    /** What may come after each part of a sequence. */
    static CharSet followOf(List<PatternNode> parts, int index, CharSet follow) {
        PatternNode rest = new Sequence(parts.subList(index + 1, parts.size()));
        return rest.isNullable() ? rest.first().with(follow) : rest.first();
    }

    /** Whether what a part matches first is all from which the rest could go on. */
    private static boolean hasOneEnd(PatternNode node, CharSet follow) {
        if (node.length() != PatternNode.VARIED) {
            return true;
        }
        if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.parts().size(); i++) {
                if (!hasOneEnd(sequence.parts().get(i), followOf(sequence.parts(), i, follow))) {
                    return false;
                }
            }
            return true;
        }
        if (node instanceof Choice choice) {
            return isDecided(choice.parts(), follow);
        }
        if (node instanceof Repeat repeat) {
            return repeat.isFlexible()
                    ? isPossessive(repeat, follow)
                    : hasOneEnd(repeat.part(), repeat.first().with(follow));
        }
        return !(node instanceof BackReference || node instanceof Group);
    }

    /** Alternatives begin differently; one that may be empty stands last, to be tried last. */
    private static boolean isDecided(List<PatternNode> parts, CharSet follow) {
        CharSet before = CharSet.NONE;
        for (int i = 0; i < parts.size(); i++) {
            PatternNode part = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            CharSet starts = part.isNullable() ? part.first().with(follow) : part.first();
            if (part.isNullable() && !isLast
                    || starts.intersects(before)
                    || !hasOneEnd(part, follow)) {
                return false;
            }
            before = before.with(starts);
        }
        return true;
    }
}
