package dev.gdwire.transport.internal;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells first lines of peers that did not mean to speak with this program from those of plain
 * peers. A web page can make its visitor's browser connect to any port of the machine, and can
 * choose much of what the browser sends, but not how it begins.
 */
public final class Strangers {
    private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);

    private Strangers() {}

    /** What a first line is, if no plain peer sends such; else null. */
    public static @Nullable String nameOf(byte[] bytes, int offset, int length) {
        if (isRequest(bytes, offset, length)) {
            return "an HTTP request (" + Excerpt.of(bytes, offset, length) + ")";
        }
        for (int i = offset; i < offset + length; i++) {
            // TLS and other binary protocols carry texts that the one who is connected to chose.
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return "no text but a binary protocol";
            }
        }
        return null;
    }

    /** Whether a line is {@code METHOD TARGET HTTP/VERSION}; no JSON ends like that. */
    private static boolean isRequest(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int last = end - 1;
        while (last > offset && bytes[last] != ' ') {
            last--;
        }
        int version = last + 1 + HTTP.length;
        if (last <= offset || version >= end || !isDigit(bytes[end - 1])) {
            return false;
        }
        for (int i = 0; i < HTTP.length; i++) {
            if (bytes[last + 1 + i] != HTTP[i]) {
                return false;
            }
        }
        return isDigit(bytes[version]);
    }

    private static boolean isDigit(byte sign) {
        return sign >= '0' && sign <= '9';
    }
}
