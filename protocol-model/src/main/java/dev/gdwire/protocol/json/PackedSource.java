package dev.gdwire.protocol.json;

import dev.gdwire.protocol.DoubleList;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.IntList;
import dev.gdwire.protocol.InvalidValueException;
import dev.gdwire.protocol.godot.Bytes;

/**
 * Reads numbers that stand as little-endian bytes in base64 (RFC 4648, section 4, padded), or in
 * blobs. What is neither is given up, or an {@link InvalidValueException}.
 */
abstract sealed class PackedSource extends TextSource permits StructureSource {
    private static final int LOOKED_AT = 4 * Long.BYTES;
    private static final FieldNames BLOB = FieldNames.of(Blobs.MEMBER);

    private Blobs blobs = Blobs.NONE;
    private int nextBlob;
    private int lineStart;

    /** 32-bit numbers. */
    public final FloatList packedFloats() {
        if (next() == '{') {
            int blob = blob();
            return FloatList.ofBytes(bytes, blobs.start(blob), blobs.end(blob));
        }
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return FloatList.ofBase64(bytes, start, stop);
    }

    /** 64-bit numbers. */
    public final DoubleList packedDoubles() {
        if (next() == '{') {
            int blob = blob();
            return DoubleList.ofBytes(bytes, blobs.start(blob), blobs.end(blob));
        }
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return DoubleList.ofBase64(bytes, start, stop);
    }

    /** 32-bit integers. */
    public final IntList packedInts() {
        if (next() == '{') {
            int blob = blob();
            return IntList.ofBytes(bytes, blobs.start(blob), blobs.end(blob));
        }
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return IntList.ofBase64(bytes, start, stop);
    }

    /** Bytes. */
    public final Bytes bytes() {
        if (next() == '{') {
            int blob = blob();
            return Bytes.ofBytes(bytes, blobs.start(blob), blobs.end(blob));
        }
        int start = quote();
        int stop = base64End(start);
        position = stop + 1;
        return Bytes.ofBase64(bytes, start, stop);
    }

    /**
     * Lends it the blobs of what it reads next, which stand in the same array.
     *
     * @param lent to which no more are added while it reads
     */
    public final void lend(Blobs lent) {
        blobs = lent;
    }

    /** Forgets them. */
    public final void takeBack() {
        blobs = Blobs.NONE;
    }

    final void startBlobs(int from) {
        lineStart = from;
        nextBlob = 0;
    }

    /** Each must be meant once; whatever else is called so may mean one too. */
    final void requireAllBlobs() {
        int count = blobs.count();
        require(
                count == 0
                        || nextBlob == count
                                && Blobs.countNames(bytes, lineStart, end) == nextBlob);
    }

    /** A member with escapes in its name must not mean a blob. */
    final void requireNoBlob(String name) {
        require(blobs.count() == 0 || !name.equals(Blobs.MEMBER));
    }

    /** Reads what stands for the next blob; its number. */
    private int blob() {
        object();
        require(member());
        int name = quote();
        int stop = wordEnd(name);
        require(BLOB.is(0, bytes, name, stop));
        position = stop + 1;
        colon();
        require(nextBlob < blobs.count() && integer() == nextBlob && !member());
        return nextBlob++;
    }

    /** The start of an object. */
    public abstract void object();

    /** Whether one more member is there; if not, the object has ended. */
    public abstract boolean member();

    final void colon() {
        require(next() == ':');
        position++;
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
