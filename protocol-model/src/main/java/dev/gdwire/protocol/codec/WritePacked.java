package dev.gdwire.protocol.codec;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.json.JsonWriter;

/** Writers of numbers as little-endian bytes. */
public final class WritePacked {
    private WritePacked() {}

    /** 32-bit numbers. */
    public static void floats(FloatList items, JsonWriter out) {
        out.packed(items);
    }

    /** 64-bit numbers. */
    public static void doubles(DoubleList items, JsonWriter out) {
        out.packed(items);
    }

    /** 32-bit integers. */
    public static void ints(IntList items, JsonWriter out) {
        out.packed(items);
    }
}
