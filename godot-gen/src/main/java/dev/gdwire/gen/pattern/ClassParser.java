package dev.gdwire.gen.pattern;

import java.util.ArrayList;
import java.util.List;

/** Reads a class of characters, such as {@code [a-z_]}. */
final class ClassParser {
    private final PatternCursor in;
    private final Dialect dialect;
    private final EscapeParser escapes;
    private final List<CharSet> members = new ArrayList<>();

    /** The bracket is read already. */
    ClassParser(PatternCursor in, Dialect dialect) {
        this.in = in;
        this.dialect = dialect;
        this.escapes = new EscapeParser(in, dialect);
    }

    CharSet parse() throws UnsupportedPatternException {
        boolean opposite = in.take("^");
        while (!in.take("]")) {
            CharSet from = atom();
            if (in.peek() == '-' && in.peek(1) != ']') {
                in.next();
                range(from, atom());
            } else {
                members.add(from);
            }
        }
        CharSet set = CharSet.union(members);
        return opposite ? set.complement() : set;
    }

    private CharSet atom() throws UnsupportedPatternException {
        if (in.atEnd()) {
            throw new NoPatternException("\"[\" is not closed");
        }
        if (!in.take("\\")) {
            return character(in.next());
        }
        CharSet set = escapes.set();
        if (set != null) {
            return set;
        }
        if (in.take("b")) {
            return CharSet.of('\b');
        }
        return in.take("-") ? CharSet.of('-') : character(escapes.character());
    }

    private CharSet character(int point) throws UnsupportedPatternException {
        if (dialect == Dialect.LENIENT && Character.isSupplementaryCodePoint(point)) {
            throw new UnsupportedPatternException(
                    "a character beyond U+FFFF in a class needs the flag \"u\", with which other"
                            + " parts of the pattern are wrong");
        }
        return CharSet.of(point);
    }

    private void range(CharSet from, CharSet to) throws UnsupportedPatternException {
        if (from.isSingle() && to.isSingle()) {
            int first = from.ranges().get(0)[0];
            int last = to.ranges().get(0)[0];
            if (last < first) {
                throw new NoPatternException("a range of characters is out of order");
            }
            members.add(CharSet.range(first, last));
        } else if (dialect == Dialect.LENIENT) {
            members.addAll(List.of(from, CharSet.of('-'), to));
        } else {
            throw new NoPatternException("a range starts or ends with a set of characters");
        }
    }
}
