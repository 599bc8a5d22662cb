package dev.gdwire.protocol.json;

/**
 * Looks at bytes of JSON to see that none of the texts and names is longer, and no array or object
 * larger, than some limit. It makes nothing, and reads the bytes once.
 */
public final class LimitScan {
    private static final int MOST_LEVELS = 64;

    private final byte[] bytes;
    private final int end;
    private final int text;
    private final int items;

    /** How many commas there are in each object and array that is open. */
    private final int[] commas = new int[MOST_LEVELS];

    private int levels;

    private LimitScan(byte[] bytes, int end, int text, int items) {
        this.bytes = bytes;
        this.end = end;
        this.text = text;
        this.items = items;
    }

    /**
     * Whether the limits hold for sure.
     *
     * @param text the longest text or name, in UTF-16 units
     * @param items the most items of an array, and members of an object
     * @return false if they may not hold: of what is deeper than 64 levels, of long texts with
     *     escapes, and of what is no JSON that is hard to tell here
     */
    public static boolean holds(byte[] bytes, int from, int to, int text, int items) {
        return new LimitScan(bytes, to, text, items).holdsFrom(from);
    }

    private boolean holdsFrom(int from) {
        int at = Scan.nextSeparator(bytes, from, end);
        while (at < end) {
            if (bytes[at] == '"') {
                int stop = Scan.textEnd(bytes, at + 1, end);
                if (!isShort(at + 1, stop)) {
                    return false;
                }
                at = stop;
            } else if (!passes(bytes[at])) {
                return false;
            }
            at = Scan.nextSeparator(bytes, at + 1, end);
        }
        return true;
    }

    private boolean passes(byte sign) {
        return switch (sign) {
            case ',' -> levels > 0 && ++commas[levels - 1] < items;
            case '{', '[' -> opens();
            default -> --levels >= 0;
        };
    }

    private boolean opens() {
        if (levels == MOST_LEVELS) {
            return false;
        }
        commas[levels++] = 0;
        return true;
    }

    private boolean isShort(int start, int stop) {
        if (stop - start <= text) {
            return true;
        }
        int units = 0;
        for (int at = start; at < stop; at++) {
            if (bytes[at] == '\\') {
                return false;
            }
            units += utf16Units(bytes[at]);
        }
        return units <= text;
    }

    /** What the first byte of a character counts for all of it. */
    private static int utf16Units(byte sign) {
        int unsigned = sign & 0xff;
        if (unsigned >= 0x80 && unsigned < 0xc0) {
            return 0;
        }
        return unsigned < 0xf0 ? 1 : 2;
    }
}
