package dev.gdwire.benchmarks.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A line in which only the number of its call changes. */
final class Template {
    private final byte[] head;
    private final byte[] tail;

    private Template(byte[] head, byte[] tail) {
        this.head = head;
        this.tail = tail;
    }

    /**
     * Lines like this one.
     *
     * @param line has the key with a number
     * @throws IllegalArgumentException if the line has no such key
     */
    static Template of(byte[] line, String key) {
        String text = new String(line, StandardCharsets.UTF_8);
        String name = "\"" + key + "\":";
        int at = text.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no " + key + " in " + text);
        }
        int number = text.substring(0, at + name.length()).getBytes(StandardCharsets.UTF_8).length;
        int end = number;
        while (Character.isDigit(line[end])) {
            end++;
        }
        return new Template(
                Arrays.copyOf(line, number), Arrays.copyOfRange(line, end, line.length));
    }

    /** Writes the line of a call into a buffer, which then has it to read. */
    void write(long number, ByteBuffer into) {
        into.clear().put(head);
        long unit = 1;
        while (number / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            into.put((byte) ('0' + number / unit % 10));
        }
        into.put(tail).flip();
    }
}
