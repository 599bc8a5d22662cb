package dev.gdwire.gen.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A set of characters (code points), and maybe the end of the text, which counts as one more. */
final class CharSet {
    private static final int END_OF_TEXT = Character.MAX_CODE_POINT + 1;

    static final CharSet NONE = new CharSet(new int[0]);
    static final CharSet ALL = range(0, Character.MAX_CODE_POINT);
    static final CharSet END = range(END_OF_TEXT, END_OF_TEXT);
    static final CharSet SURROGATES = range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);

    /** Where ranges start and end in turn; the ends are not in the set. They rise. */
    private final int[] bounds;

    private CharSet(int[] bounds) {
        this.bounds = bounds;
    }

    static CharSet of(int point) {
        return range(point, point);
    }

    static CharSet range(int from, int to) {
        return new CharSet(new int[] {from, to + 1});
    }

    /** All that is in one of several sets. */
    static CharSet union(List<CharSet> sets) {
        List<int[]> ranges = new ArrayList<>();
        sets.forEach(set -> ranges.addAll(set.halfOpen()));
        ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
        int[] merged = new int[ranges.size() * 2];
        int size = 0;
        for (int[] range : ranges) {
            if (size > 0 && range[0] <= merged[size - 1]) {
                merged[size - 1] = Math.max(merged[size - 1], range[1]);
            } else {
                merged[size++] = range[0];
                merged[size++] = range[1];
            }
        }
        return new CharSet(Arrays.copyOf(merged, size));
    }

    CharSet with(CharSet other) {
        return union(List.of(this, other));
    }

    CharSet without(CharSet other) {
        return complement().with(other).complement();
    }

    /** All characters that are not in this one. */
    CharSet complement() {
        List<int[]> gaps = new ArrayList<>();
        int from = 0;
        for (int[] range : halfOpen()) {
            gaps.add(new int[] {from, Math.min(range[0], END_OF_TEXT)});
            from = range[1];
        }
        gaps.add(new int[] {from, END_OF_TEXT});
        return new CharSet(
                gaps.stream()
                        .filter(gap -> gap[0] < gap[1])
                        .flatMapToInt(Arrays::stream)
                        .toArray());
    }

    boolean intersects(CharSet other) {
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            if (bounds[i + 1] <= other.bounds[j]) {
                i += 2;
            } else if (other.bounds[j + 1] <= bounds[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    /** Whether it holds one character and no other. */
    boolean isSingle() {
        return bounds.length == 2 && bounds[0] + 1 == bounds[1];
    }

    /** Whether a character needs two units of UTF-16. */
    boolean reachesBeyondUnits() {
        return intersects(range(Character.MIN_SUPPLEMENTARY_CODE_POINT, Character.MAX_CODE_POINT));
    }

    /** The ranges, first and last character of each. */
    List<int[]> ranges() {
        return halfOpen().stream().map(range -> new int[] {range[0], range[1] - 1}).toList();
    }

    private List<int[]> halfOpen() {
        List<int[]> ranges = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            ranges.add(new int[] {bounds[i], bounds[i + 1]});
        }
        return ranges;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CharSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        return CharSetText.of(this);
    }
}
