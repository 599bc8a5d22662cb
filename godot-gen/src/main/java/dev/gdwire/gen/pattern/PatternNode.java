package dev.gdwire.gen.pattern;

import java.util.ArrayList;
import java.util.List;

/** A part of a pattern. What groups only to group, and what names without use, is left out. */
sealed interface PatternNode {
    /** The length of what matches texts of several lengths. */
    int VARIED = -1;

    /** What is longer counts as varied. */
    int LONGEST = 1_000_000;

    int UNBOUNDED = Integer.MAX_VALUE;
    PatternNode EMPTY = new Sequence(List.of());

    /** Whether it may match without a character; true in doubt. */
    boolean isNullable();

    /** The characters, or the end, that may come next where it matches; too many in doubt. */
    CharSet first();

    /** How many characters it takes, if that is always the same. */
    int length();

    /** Steps when all repeats are written one after the other, as PCRE2 does. */
    long size();

    /** Whether it holds a group that is referred to. */
    boolean captures();

    /** One character of a set. */
    record Chars(CharSet set) implements PatternNode {
        @Override
        public boolean isNullable() {
            return false;
        }

        @Override
        public CharSet first() {
            return set;
        }

        @Override
        public int length() {
            return 1;
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public boolean captures() {
            return false;
        }
    }

    /** Parts one after the other. */
    record Sequence(List<PatternNode> parts) implements PatternNode {
        /** Without what is empty; one part alone is that part. */
        static PatternNode of(List<PatternNode> parts) {
            List<PatternNode> kept = parts.stream().filter(part -> !part.equals(EMPTY)).toList();
            return kept.size() == 1 ? kept.get(0) : new Sequence(kept);
        }

        @Override
        public boolean isNullable() {
            return parts.stream().allMatch(PatternNode::isNullable);
        }

        @Override
        public CharSet first() {
            List<CharSet> sets = new ArrayList<>();
            for (PatternNode part : parts) {
                sets.add(part.first());
                if (!part.isNullable()) {
                    break;
                }
            }
            return CharSet.union(sets);
        }

        @Override
        public int length() {
            int length = 0;
            for (PatternNode part : parts) {
                if (part.length() == VARIED) {
                    return VARIED;
                }
                length += part.length();
            }
            return length > LONGEST ? VARIED : length;
        }

        @Override
        public long size() {
            return parts.stream().mapToLong(PatternNode::size).sum();
        }

        @Override
        public boolean captures() {
            return parts.stream().anyMatch(PatternNode::captures);
        }
    }

    /** One of several parts. */
    record Choice(List<PatternNode> parts) implements PatternNode {
        /** A choice of single characters is a set. */
        static PatternNode of(List<PatternNode> parts) {
            List<PatternNode> kept = new ArrayList<>();
            List<CharSet> sets = new ArrayList<>();
            for (PatternNode part : parts) {
                if (part instanceof Chars chars) {
                    sets.add(chars.set());
                } else {
                    kept.add(part);
                }
            }
            if (!sets.isEmpty()) {
                kept.add(0, new Chars(CharSet.union(sets)));
            }
            return kept.size() == 1 ? kept.get(0) : new Choice(List.copyOf(kept));
        }

        /** For a repeat without end: what its parts repeat without end, once. */
        private PatternNode once() {
            return of(
                    parts.stream()
                            .map(
                                    part ->
                                            part instanceof Repeat repeat
                                                            && repeat.most() == UNBOUNDED
                                                            && repeat.least() <= 1
                                                    ? repeat.part()
                                                    : part)
                            .toList());
        }

        @Override
        public boolean isNullable() {
            return parts.stream().anyMatch(PatternNode::isNullable);
        }

        @Override
        public CharSet first() {
            return CharSet.union(parts.stream().map(PatternNode::first).toList());
        }

        @Override
        public int length() {
            int length = parts.get(0).length();
            return parts.stream().allMatch(part -> part.length() == length) ? length : VARIED;
        }

        @Override
        public long size() {
            return parts.size() + parts.stream().mapToLong(PatternNode::size).sum();
        }

        @Override
        public boolean captures() {
            return parts.stream().anyMatch(PatternNode::captures);
        }
    }

    /** A part several times. */
    record Repeat(PatternNode part, int least, int most, Greed greed) implements PatternNode {
        /** What repeats nothing, once, or a repeat that has no end, is said in a simpler way. */
        static PatternNode of(PatternNode part, int least, int most, Greed greed) {
            if (most == 0 || part.length() == 0 && least == 0 && !part.captures()) {
                return EMPTY;
            }
            if (most == 1 && least == 1 || part.length() == 0 && !part.captures()) {
                return part;
            }
            if (part instanceof Repeat inner && inner.most == UNBOUNDED && inner.least <= 1) {
                return new Repeat(inner.part, inner.least * least, UNBOUNDED, greed);
            }
            if (most == UNBOUNDED && least <= 1 && part instanceof Choice choice) {
                int once = choice.parts().stream().anyMatch(Repeat::isOptional) ? 0 : least;
                return new Repeat(choice.once(), once, most, greed);
            }
            return new Repeat(part, least, most, greed);
        }

        private static boolean isOptional(PatternNode part) {
            return part instanceof Repeat repeat && repeat.least == 0;
        }

        /** Whether it may end at several places. */
        boolean isFlexible() {
            return least != most;
        }

        @Override
        public boolean isNullable() {
            return least == 0 || part.isNullable();
        }

        @Override
        public CharSet first() {
            return part.first();
        }

        @Override
        public int length() {
            long length = (long) least * part.length();
            return isFlexible() || length < 0 || length > LONGEST ? VARIED : (int) length;
        }

        @Override
        public long size() {
            if (part instanceof Chars) {
                return 1;
            }
            long times = most == UNBOUNDED ? Math.max(least, 1) : most;
            long size = Math.max(part.size(), 1);
            return size > Long.MAX_VALUE / times ? Long.MAX_VALUE / 2 : size * times;
        }

        @Override
        public boolean captures() {
            return part.captures();
        }
    }

    /** How much a repeat takes first. */
    enum Greed {
        MOST,
        LEAST
    }

    /** A group that is referred to. */
    record Group(PatternNode part, int number) implements PatternNode {
        @Override
        public boolean isNullable() {
            return part.isNullable();
        }

        @Override
        public CharSet first() {
            return part.first();
        }

        @Override
        public int length() {
            return part.length();
        }

        @Override
        public long size() {
            return part.size();
        }

        @Override
        public boolean captures() {
            return true;
        }
    }

    /** What a group has matched. */
    record BackReference(int number) implements PatternNode {
        @Override
        public boolean isNullable() {
            return true;
        }

        @Override
        public CharSet first() {
            return CharSet.ALL;
        }

        @Override
        public int length() {
            return VARIED;
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public boolean captures() {
            return false;
        }
    }

    /** A look ahead or back. */
    record Look(Direction direction, PatternNode part) implements PatternNode {
        @Override
        public boolean isNullable() {
            return true;
        }

        @Override
        public CharSet first() {
            return CharSet.NONE;
        }

        @Override
        public int length() {
            return 0;
        }

        @Override
        public long size() {
            return part.size();
        }

        @Override
        public boolean captures() {
            return part.captures();
        }
    }

    /** Where a look goes, and whether it must find nothing. */
    enum Direction {
        AHEAD("(?="),
        NOT_AHEAD("(?!"),
        BEHIND("(?<="),
        NOT_BEHIND("(?<!");

        private final String opening;

        Direction(String opening) {
            this.opening = opening;
        }

        String opening() {
            return opening;
        }

        boolean isBehind() {
            return this == BEHIND || this == NOT_BEHIND;
        }
    }

    /** A place in the text. */
    enum Place implements PatternNode {
        START("\\A"),
        // Not "$": it also matches before a last newline elsewhere.
        END("\\z"),
        WORD_EDGE("(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))"),
        NO_WORD_EDGE("(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        @Override
        public boolean isNullable() {
            return this != END;
        }

        @Override
        public CharSet first() {
            return this == END ? CharSet.END : CharSet.NONE;
        }

        @Override
        public int length() {
            return 0;
        }

        @Override
        public long size() {
            return 1;
        }

        @Override
        public boolean captures() {
            return false;
        }
    }
}
