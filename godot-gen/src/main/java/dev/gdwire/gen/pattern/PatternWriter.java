package dev.gdwire.gen.pattern;

import dev.gdwire.gen.pattern.PatternNode.BackReference;
import dev.gdwire.gen.pattern.PatternNode.Chars;
import dev.gdwire.gen.pattern.PatternNode.Choice;
import dev.gdwire.gen.pattern.PatternNode.Greed;
import dev.gdwire.gen.pattern.PatternNode.Group;
import dev.gdwire.gen.pattern.PatternNode.Look;
import dev.gdwire.gen.pattern.PatternNode.Place;
import dev.gdwire.gen.pattern.PatternNode.Repeat;
import dev.gdwire.gen.pattern.PatternNode.Sequence;
import java.util.List;

/** Writes a pattern in the spelling that Java and PCRE2 read alike. */
final class PatternWriter {
    /** After the end of a pattern anything may come. */
    private static final CharSet ANYTHING = CharSet.ALL.with(CharSet.END);

    /** PCRE2 counts no further. */
    private static final int MOST_REPEATS = 65_535;

    private static final int LONGEST_BEHIND = 255;

    /** What Java and readers of generated code bear. */
    private static final int LONGEST = 50_000;

    /**
     * Not in the middle of a character: Java searches there too, and takes its second half for a
     * character.
     */
    private static final String WHOLE = "(?![^\\x{0}-\\x{D7FF}\\x{E000}-\\x{10FFFF}])";

    private final StringBuilder out = new StringBuilder();
    private int looksBehind;

    private PatternWriter() {}

    static String write(PatternNode root) throws UnsupportedPatternException {
        PatternWriter writer = new PatternWriter();
        if (startsWhole(root)) {
            writer.alternatives(root, ANYTHING);
        } else {
            writer.out.append(WHOLE);
            writer.write(root, ANYTHING);
        }
        writer.checkLength();
        return writer.out.toString();
    }

    /** Whether a pattern cannot match from the middle of a character anyway. */
    private static boolean startsWhole(PatternNode node) {
        if (node instanceof Sequence sequence) {
            return sequence.parts().isEmpty() || startsWhole(sequence.parts().get(0));
        }
        if (node instanceof Choice choice) {
            return choice.parts().stream().allMatch(PatternWriter::startsWhole);
        }
        if (node instanceof Repeat repeat) {
            return repeat.least() > 0 && startsWhole(repeat.part());
        }
        if (node instanceof Group group) {
            return startsWhole(group.part());
        }
        return node == Place.START
                || node == Place.END
                || node instanceof Chars chars && !chars.set().reachesBeyondUnits();
    }

    /** A node that stands alone, between brackets or at the top. */
    private void alternatives(PatternNode node, CharSet follow) throws UnsupportedPatternException {
        List<PatternNode> parts = node instanceof Choice choice ? choice.parts() : List.of(node);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append('|');
            }
            write(parts.get(i), follow);
        }
    }

    private void write(PatternNode node, CharSet follow) throws UnsupportedPatternException {
        if (node instanceof Chars chars) {
            CharSet set = chars.set();
            out.append(looksBehind > 0 ? CharSetText.ofBehind(set) : CharSetText.of(set));
        } else if (node instanceof Sequence sequence) {
            List<PatternNode> parts = sequence.parts();
            for (int i = 0; i < parts.size(); i++) {
                write(parts.get(i), Decision.followOf(parts, i, follow));
            }
        } else if (node instanceof Choice) {
            bracketed("(?:", node, follow);
        } else if (node instanceof Repeat repeat) {
            repeat(repeat, follow);
        } else if (node instanceof Group group) {
            bracketed("(", group.part(), follow);
        } else if (node instanceof BackReference reference) {
            // In brackets, lest a digit follows it.
            out.append("(?:\\").append(reference.number()).append(')');
        } else if (node instanceof Look look) {
            look(look);
        } else if (node instanceof Place place) {
            out.append(place.text());
        }
    }

    private void bracketed(String opening, PatternNode node, CharSet follow)
            throws UnsupportedPatternException {
        out.append(opening);
        alternatives(node, follow);
        out.append(')');
    }

    private void look(Look look) throws UnsupportedPatternException {
        if (!look.direction().isBehind()) {
            bracketed(look.direction().opening(), SearchTrimmer.trimEnd(look.part()), ANYTHING);
            return;
        }
        PatternNode body = SearchTrimmer.trimStart(look.part());
        List<PatternNode> parts = body instanceof Choice choice ? choice.parts() : List.of(body);
        for (PatternNode part : parts) {
            if (part.length() == PatternNode.VARIED || part.length() > LONGEST_BEHIND) {
                throw new UnsupportedPatternException(
                        "\""
                                + look.direction().opening()
                                + "\" looks back over texts of several lengths, or of more than "
                                + LONGEST_BEHIND
                                + " characters, which Godot cannot");
            }
        }
        looksBehind++;
        bracketed(look.direction().opening(), body, ANYTHING);
        looksBehind--;
    }

    private void repeat(Repeat repeat, CharSet follow) throws UnsupportedPatternException {
        if (mustBeWrittenOut(repeat)) {
            writeOut(repeat, follow);
            return;
        }
        int least = repeat.least();
        int most = repeat.most();
        CharSet after = repeat.first().with(follow);
        while (least > MOST_REPEATS || most > MOST_REPEATS && most != PatternNode.UNBOUNDED) {
            if (!(repeat.part() instanceof Chars)) {
                throw new UnsupportedPatternException(
                        "a group that repeats more than " + MOST_REPEATS + " times");
            }
            int some = Math.min(least, MOST_REPEATS);
            piece(repeat, some, MOST_REPEATS, after);
            least -= some;
            most = most == PatternNode.UNBOUNDED ? most : most - MOST_REPEATS;
        }
        piece(repeat, least, most, follow);
    }

    /**
     * Java goes on after a round that took nothing as if all others took nothing too, and looks
     * back over no repeat of a group.
     */
    private boolean mustBeWrittenOut(Repeat repeat) {
        PatternNode part = repeat.part();
        return looksBehind > 0 && !(part instanceof Chars)
                || part.isNullable() && repeat.least() > 1;
    }

    private void writeOut(Repeat repeat, CharSet follow) throws UnsupportedPatternException {
        if (repeat.captures()) {
            throw new UnsupportedPatternException(
                    "a group that is referred to stands in a repeat that may match nothing");
        }
        CharSet after = repeat.first().with(follow);
        for (int i = 0; i < repeat.least(); i++) {
            write(repeat.part(), after);
            checkLength();
        }
        if (repeat.isFlexible()) {
            boolean isBounded = repeat.most() != PatternNode.UNBOUNDED;
            int more = isBounded ? repeat.most() - repeat.least() : PatternNode.UNBOUNDED;
            piece(repeat, 0, more, follow);
        }
    }

    private void checkLength() throws UnsupportedPatternException {
        if (out.length() > LONGEST) {
            throw new UnsupportedPatternException(
                    "written with all the characters of its properties, and all its repeats, it is"
                            + " longer than "
                            + LONGEST
                            + " characters");
        }
    }

    private void piece(Repeat repeat, int least, int most, CharSet follow)
            throws UnsupportedPatternException {
        Repeat piece = new Repeat(repeat.part(), least, most, repeat.greed());
        PatternNode part = piece.part();
        CharSet after = part.first().with(follow);
        if (part instanceof Chars || part instanceof Choice || part instanceof Group) {
            write(part, after);
        } else {
            bracketed("(?:", part, after);
        }
        out.append(quantifier(piece));
        if (!piece.isFlexible()) {
            return;
        }
        if (Decision.isPossessive(piece, follow)) {
            out.append('+');
        } else if (piece.greed() == Greed.LEAST) {
            out.append('?');
        }
    }

    private static String quantifier(Repeat repeat) {
        int least = repeat.least();
        int most = repeat.most();
        if (most == PatternNode.UNBOUNDED) {
            return least == 0 ? "*" : least == 1 ? "+" : "{" + least + ",}";
        }
        if (least == most) {
            return "{" + least + "}";
        }
        return least == 0 && most == 1 ? "?" : "{" + least + "," + most + "}";
    }
}
