package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import java.io.IOException;

/**
 * A library that has one message to write, and reads messages of its kind. It is for one thread.
 */
interface Codec {
    /** Writes the message, and gives that in which the bytes are. */
    Object encode() throws IOException;

    /** What {@link #encode} writes. */
    byte[] encoded() throws IOException;

    /** What Gdwire reads from what it writes. */
    default SamplesMessage written() throws IOException {
        return SamplesProtocol.INSTANCE.decode(encoded());
    }

    /** Reads a message, as the object that the library makes of it. */
    Object decode(byte[] json) throws IOException;

    /** What it reads in place of the JSON that all others read; the same unless it is told. */
    default byte[] readable(byte[] json) {
        return json;
    }

    /** What was decoded, as the record that all libraries are compared by. */
    SamplesMessage message(Object decoded);
}
