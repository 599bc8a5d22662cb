package dev.gdwire.benchmarks.codecs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What libraries are compared in: one message, written or read.
 *
 * @param keys the order in what is read; that of the schema for what is written
 */
record Contest(Sample sample, Direction direction, KeyOrder keys) {
    static Contest encode(Sample sample) {
        return new Contest(sample, Direction.ENCODE, KeyOrder.SCHEMA);
    }

    static Contest decode(Sample sample, KeyOrder keys) {
        return new Contest(sample, Direction.DECODE, keys);
    }

    /** All that make sense: but for the tag, there is nothing to reorder in a list. */
    static List<Contest> all() {
        List<Contest> all = new ArrayList<>();
        for (Sample sample : Sample.values()) {
            all.add(encode(sample));
        }
        for (KeyOrder keys : KeyOrder.values()) {
            for (Sample sample : Sample.values()) {
                if (!sample.isList() || keys == KeyOrder.SCHEMA) {
                    all.add(decode(sample, keys));
                }
            }
        }
        return all;
    }

    /** Who takes part. */
    List<Library> libraries() {
        return Arrays.stream(Library.values()).filter(this::has).toList();
    }

    private boolean has(Library library) {
        if (library.isPacked()) {
            return sample == Sample.FLOATS;
        }
        return direction == Direction.ENCODE
                || library != Library.GDWIRE_IN_PLACE && library.reads(sample);
    }
}
