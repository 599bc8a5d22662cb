package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import java.io.IOException;

/** Tries a codec before it is measured. */
final class RoundTrip {
    private static final int MOST_TEXT = 300;

    private RoundTrip() {}

    /**
     * Looks whether a codec writes its message.
     *
     * @throws IllegalStateException if Gdwire reads another message from it
     */
    static void requireWritten(Codec codec, SamplesMessage message) throws IOException {
        requireEqual(codec.written(), message);
    }

    /**
     * Looks whether a codec reads a message.
     *
     * @throws IllegalStateException if it reads another message
     */
    static void requireRead(Codec codec, byte[] json, SamplesMessage message) throws IOException {
        requireEqual(codec.message(codec.decode(json)), message);
    }

    private static void requireEqual(SamplesMessage read, SamplesMessage message) {
        if (!read.equals(message)) {
            throw new IllegalStateException(
                    "expected " + beginning(message) + ", read " + beginning(read));
        }
    }

    private static String beginning(SamplesMessage message) {
        String text = message.toString();
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) + "..." : text;
    }
}
