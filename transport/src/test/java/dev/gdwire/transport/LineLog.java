package dev.gdwire.transport;

import dev.gdwire.protocol.json.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a decoder found, as text that can be compared. */
final class LineLog implements LineSink {
    final List<String> found = new ArrayList<>();

    @Override
    public void line(byte[] bytes, int offset, int length) {
        found.add("line " + text(bytes, offset, length));
    }

    @Override
    public void lineWithBlobs(byte[] bytes, int offset, int length, Blobs blobs) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < blobs.count(); i++) {
            int start = blobs.start(i);
            all.append("blob ").append(text(bytes, start, blobs.end(i) - start)).append(' ');
        }
        found.add(all + "line " + text(bytes, offset, length));
    }

    @Override
    public void malformed(String reason) {
        found.add("malformed");
    }

    @Override
    public void tooLong(long lengthSoFar, int limit) {
        found.add(lengthSoFar > limit ? "too long" : "wrong report of " + lengthSoFar);
    }

    @Override
    public void truncated(byte[] bytes, int offset, int length) {
        found.add("truncated " + text(bytes, offset, length));
    }

    private static String text(byte[] bytes, int offset, int length) {
        // One character a byte, so that no byte is lost in the comparison.
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
}
