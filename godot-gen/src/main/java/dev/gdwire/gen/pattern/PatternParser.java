package dev.gdwire.gen.pattern;

import dev.gdwire.gen.pattern.PatternNode.BackReference;
import dev.gdwire.gen.pattern.PatternNode.Chars;
import dev.gdwire.gen.pattern.PatternNode.Choice;
import dev.gdwire.gen.pattern.PatternNode.Direction;
import dev.gdwire.gen.pattern.PatternNode.Greed;
import dev.gdwire.gen.pattern.PatternNode.Group;
import dev.gdwire.gen.pattern.PatternNode.Look;
import dev.gdwire.gen.pattern.PatternNode.Place;
import dev.gdwire.gen.pattern.PatternNode.Repeat;
import dev.gdwire.gen.pattern.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Reads a pattern of ECMA 262. Groups and what refers to them are as they stand there. */
final class PatternParser {
    private static final int DEEPEST = 50;

    /** More would be no count but a mistake, and the limits of both engines are near. */
    private static final int MOST_REPEATS = 1_000_000;

    /** What {@code .} matches: all but the line ends of ECMA 262. */
    private static final CharSet ANY =
            CharSet.of('\n')
                    .with(CharSet.of('\r'))
                    .with(CharSet.range(0x2028, 0x2029))
                    .complement();

    private final PatternCursor in;
    private final Dialect dialect;
    private final EscapeParser escapes;
    private final GroupNames groups = new GroupNames();

    private PatternParser(String pattern, Dialect dialect) {
        this.in = new PatternCursor(pattern);
        this.dialect = dialect;
        this.escapes = new EscapeParser(in, dialect);
    }

    /** The pattern as a tree, in which what refers to a group that exists is resolved. */
    static PatternNode parse(String pattern, Dialect dialect) throws UnsupportedPatternException {
        PatternParser parser = new PatternParser(pattern, dialect);
        PatternNode root = parser.choice(0);
        if (!parser.in.atEnd()) {
            throw new NoPatternException("\")\" closes nothing");
        }
        return new BackReferences(parser.groups, dialect).resolve(root);
    }

    private PatternNode choice(int depth) throws UnsupportedPatternException {
        if (depth > DEEPEST) {
            throw new UnsupportedPatternException(
                    "groups are nested more than " + DEEPEST + " levels deep");
        }
        List<PatternNode> parts = new ArrayList<>();
        do {
            List<PatternNode> sequence = new ArrayList<>();
            while (!in.atEnd() && in.peek() != ')' && in.peek() != '|') {
                sequence.add(term(depth));
            }
            parts.add(sequence.size() == 1 ? sequence.get(0) : new Sequence(sequence));
        } while (in.take("|"));
        return Choice.of(parts);
    }

    private PatternNode term(int depth) throws UnsupportedPatternException {
        int c = in.next();
        return switch (c) {
            case '^' -> Place.START;
            case '$' -> Place.END;
            case '.' -> repeated(new Chars(ANY));
            case '(' -> group(depth);
            case '[' -> repeated(new Chars(new ClassParser(in, dialect).parse()));
            case '\\' -> escape();
            case '*', '+', '?' -> throw repeatsNothing(c);
            case ']', '{', '}' -> bracket(c);
            default -> repeated(new Chars(CharSet.of(c)));
        };
    }

    /** Without the flag, brackets that close nothing and braces that count nothing are text. */
    private PatternNode bracket(int c) throws UnsupportedPatternException {
        if (dialect == Dialect.UNICODE) {
            throw new NoPatternException(
                    "\"" + (char) c + "\" must be written \"\\" + (char) c + "\"");
        }
        if (c == '{') {
            in.backTo(in.position() - 1);
            if (quantifier() != null) {
                throw repeatsNothing(c);
            }
            in.next();
        }
        return repeated(new Chars(CharSet.of(c)));
    }

    private static NoPatternException repeatsNothing(int c) {
        return new NoPatternException("\"" + (char) c + "\" repeats nothing");
    }

    private PatternNode escape() throws UnsupportedPatternException {
        CharSet set = escapes.set();
        if (set != null) {
            return repeated(new Chars(set));
        }
        if (in.take("b")) {
            return Place.WORD_EDGE;
        }
        if (in.take("B")) {
            return Place.NO_WORD_EDGE;
        }
        if (in.take("k")) {
            return repeated(groups.reference(name("\\k<")));
        }
        if (in.atDigit() && in.peek() != '0') {
            return repeated(new BackReference(in.number()));
        }
        return repeated(new Chars(CharSet.of(escapes.character())));
    }

    private PatternNode group(int depth) throws UnsupportedPatternException {
        if (in.take("?:")) {
            return repeated(inner(depth));
        }
        for (Direction direction : Direction.values()) {
            if (in.take(direction.opening().substring(1))) {
                PatternNode look = new Look(direction, inner(depth));
                boolean repeatable = dialect == Dialect.LENIENT && !direction.isBehind();
                return repeatable ? repeated(look) : look;
            }
        }
        int number = groups.open();
        if (in.peek() == '?') {
            if (in.peek(1) != '<') {
                throw new UnsupportedPatternException(
                        "\"(?\" opens nothing that every reader of ECMA 262 knows (flags, atomic"
                                + " groups, comments)");
            }
            in.next();
            groups.name(number, name("<"));
        }
        return repeated(new Group(inner(depth), number));
    }

    private String name(String opening) throws UnsupportedPatternException {
        int start = in.position();
        if (in.take("<")) {
            while (!in.atEnd() && in.peek() != '>') {
                in.next();
            }
            if (in.take(">")) {
                String text = in.since(start);
                return text.substring(1, text.length() - 1);
            }
        }
        throw new NoPatternException("no name of a group follows \"" + opening + "\"");
    }

    private PatternNode inner(int depth) throws UnsupportedPatternException {
        PatternNode inner = choice(depth + 1);
        if (!in.take(")")) {
            throw new NoPatternException("\"(\" is not closed");
        }
        return inner;
    }

    /** The repeats of a quantifier, which is read. */
    private record Quantifier(int least, int most) {}

    private PatternNode repeated(PatternNode atom) throws UnsupportedPatternException {
        Quantifier quantifier = quantifier();
        if (quantifier == null) {
            if (dialect == Dialect.UNICODE && in.peek() == '{') {
                throw new NoPatternException("\"{\" is followed by no number of repeats and \"}\"");
            }
            return atom;
        }
        Greed greed = in.take("?") ? Greed.LEAST : Greed.MOST;
        if (in.peek() == '*' || in.peek() == '+' || in.peek() == '?') {
            throw new NoPatternException("a quantifier follows another");
        }
        if (atom instanceof Chars chars
                && dialect == Dialect.LENIENT
                && chars.set().isSingle()
                && chars.set().reachesBeyondUnits()) {
            throw new UnsupportedPatternException(
                    "a repeated character beyond U+FFFF needs the flag \"u\", with which other"
                            + " parts of the pattern are wrong");
        }
        return Repeat.of(atom, quantifier.least(), quantifier.most(), greed);
    }

    /** Null, and nothing is read, if there is none. */
    private Quantifier quantifier() throws UnsupportedPatternException {
        if (in.take("*")) {
            return new Quantifier(0, PatternNode.UNBOUNDED);
        }
        if (in.take("+")) {
            return new Quantifier(1, PatternNode.UNBOUNDED);
        }
        if (in.take("?")) {
            return new Quantifier(0, 1);
        }
        int start = in.position();
        if (in.take("{")) {
            int least = in.number();
            int most = least;
            if (in.take(",")) {
                most = in.atDigit() ? in.number() : PatternNode.UNBOUNDED;
            }
            if (least != PatternCursor.NONE && in.take("}")) {
                return checked(least, most, in.since(start));
            }
            in.backTo(start);
        }
        return null;
    }

    private static Quantifier checked(int least, int most, String text)
            throws UnsupportedPatternException {
        if (most < least) {
            throw new NoPatternException("the repeats of \"" + text + "\" are out of order");
        }
        int largest = most == PatternNode.UNBOUNDED && text.endsWith(",}") ? least : most;
        if (largest > MOST_REPEATS) {
            throw new UnsupportedPatternException(
                    "\"" + text + "\" is more than " + MOST_REPEATS + " repeats");
        }
        return new Quantifier(least, most);
    }
}
