package dev.gdwire.protocol.json;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.godot.Bytes;

/**
 * Reads numbers that stand as little-endian bytes in base64 (RFC 4648, section 4, padded). What is
 * no such text is given up, or an {@link InvalidValueException}.
 */
abstract sealed class PackedSource extends TextSource permits JsonInput {
    private static final int LOOKED_AT = 4 * Long.BYTES;

    /** 32-bit numbers. */
    public final FloatList packedFloats() {
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return FloatList.ofBase64(bytes, start, stop);
    }

    /** 64-bit numbers. */
    public final DoubleList packedDoubles() {
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return DoubleList.ofBase64(bytes, start, stop);
    }

    /** 32-bit integers. */
    public final IntList packedInts() {
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return IntList.ofBase64(bytes, start, stop);
    }

    /** Bytes. */
    public final Bytes bytes() {
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return Bytes.ofBase64(bytes, start, stop);
    }

    /** Where the first quote is: base64 has no escapes, and its reader sees what is none of it. */
    private int base64End(int start) {
        int at = start;
        while (at + LOOKED_AT <= end) {
            long quotes =
                    Words8.quotes(Words8.at(bytes, at))
                            | Words8.quotes(Words8.at(bytes, at + Long.BYTES))
                            | Words8.quotes(Words8.at(bytes, at + 2 * Long.BYTES))
                            | Words8.quotes(Words8.at(bytes, at + 3 * Long.BYTES));
            if (quotes != 0) {
                break;
            }
            at += LOOKED_AT;
        }
        while (at < end && bytes[at] != '"') {
            at++;
        }
        require(at < end);
        return at;
    }
}
