package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.json.FieldNames;

/**
 * The tag that is likely to come, since it came last, twice. Threads may see each other's or not:
 * it is a guess, and looked at as one.
 */
final class LikelyTag {
    private int last = FieldNames.NONE;
    private int guess = FieldNames.NONE;

    /** The tag, or {@link FieldNames#NONE}. */
    int guess() {
        return guess;
    }

    /** A tag came that was not guessed. */
    void found(int tag) {
        guess = tag == last ? tag : FieldNames.NONE;
        last = tag;
    }
}
