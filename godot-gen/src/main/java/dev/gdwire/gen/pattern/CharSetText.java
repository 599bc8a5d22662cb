package dev.gdwire.gen.pattern;

/** How a set of characters is written: in the spelling that Java and PCRE2 read alike. */
final class CharSetText {
    private static final String EVERYTHING = "\\x{0}-\\x{10FFFF}";

    private CharSetText() {}

    /** The shorter one of the set itself and all that is not in it. */
    static String of(CharSet set) {
        CharSet members = set.without(CharSet.SURROGATES);
        CharSet others = set.with(CharSet.SURROGATES).complement();
        if (members.isSingle()) {
            return literal(members.ranges().get(0)[0]);
        }
        if (members.isEmpty()) {
            return "[^" + EVERYTHING + "]";
        }
        if (others.isEmpty()) {
            return "[" + EVERYTHING + "]";
        }
        String is = "[" + members(members) + "]";
        String isNot = "[^" + members(others) + "]";
        return isNot.length() < is.length() ? isNot : is;
    }

    /**
     * The set as it is written in a lookbehind. Java looks back by whole characters only where it
     * sees one that takes two units, so those are written as they are.
     */
    static String ofBehind(CharSet set) {
        CharSet members = set.without(CharSet.SURROGATES);
        if (!members.reachesBeyondUnits()) {
            return of(members);
        }
        StringBuilder out = new StringBuilder("[");
        for (int[] range : members.ranges()) {
            out.append(raw(range[0])).append('-').append(raw(range[1]));
        }
        return out.append(']').toString();
    }

    private static String members(CharSet set) {
        StringBuilder out = new StringBuilder();
        for (int[] range : set.ranges()) {
            out.append(literal(range[0]));
            if (range[1] > range[0] + 1) {
                out.append('-');
            }
            if (range[1] > range[0]) {
                out.append(literal(range[1]));
            }
        }
        return out.toString();
    }

    private static String raw(int point) {
        return Character.isSupplementaryCodePoint(point)
                ? Character.toString(point)
                : literal(point);
    }

    /** A character as both dialects write it, in a class and outside of one. */
    static String literal(int c) {
        boolean plain =
                c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
        if (plain || c == ' ') {
            return Character.toString(c);
        }
        return c > ' ' && c < 0x7F ? "\\" + (char) c : String.format("\\x{%X}", c);
    }
}
