package dev.gdwire.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Lines of requests and replies as they travel. */
public final class Lines {
    private static final int NUMBER = 12_345;

    private Lines() {}

    /** An object with the number of its call as one more member, and its newline. */
    public static byte[] of(byte[] object, String key) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(object, 0, object.length - 1);
        line.writeBytes((",\"" + key + "\":" + NUMBER + "}\n").getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }
}
