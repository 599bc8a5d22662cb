package dev.gdwire.integration.attack;

import java.nio.charset.StandardCharsets;

/** Lines that are hard to read. */
final class Payloads {
    /** How much is written at once. */
    static final int CHUNK = 64 * 1024;

    /** How many requests are written at once. */
    static final int REQUESTS = 1_000;

    /** Nearly as long as a line may be. */
    private static final int LINE = 1_000_000;

    private Payloads() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text as often as it fits into a chunk. */
    static byte[] repeated(String text) {
        return bytes(text.repeat(CHUNK / text.length()));
    }

    /** A line whose value of any type is nested. */
    static byte[] nested(String open, String close, int depth) {
        return bytes(
                "{\"type\":\"load\",\"any\":%s0%s}\n"
                        .formatted(open.repeat(depth), close.repeat(depth)));
    }

    /** A line with a tree that has no side branches. */
    static byte[] tree(int depth) {
        return bytes(
                "{\"type\":\"load\",\"tree\":%s{}%s}\n"
                        .formatted("{\"branches\":[".repeat(depth), "]}".repeat(depth)));
    }

    /** A long line with a text. */
    static byte[] text(String type, String property) {
        return bytes(
                "{\"type\":\"%s\",\"%s\":\"%s\"}\n".formatted(type, property, "x".repeat(LINE)));
    }

    /** A long line with a property of as many items as fit. */
    static byte[] load(String type, String property, String open, String item, String close) {
        String more = "," + item;
        return bytes(
                "{\"type\":\"load\",\"%s\":%s%s%s%s}\n"
                        .formatted(property, open, item, more.repeat(LINE / more.length()), close));
    }

    /** A line with an object of so many members. */
    static byte[] members(int count) {
        StringBuilder line = new StringBuilder("{\"type\":\"load\",\"texts\":{\"\":\"\"");
        for (int i = 0; i < count; i++) {
            line.append(",\"").append(Integer.toString(i, Character.MAX_RADIX)).append("\":\"\"");
        }
        return bytes(line.append("}}\n").toString());
    }

    /** Requests with ids from one on. */
    static byte[] requests(long first) {
        StringBuilder lines = new StringBuilder();
        for (long id = first; id < first + REQUESTS; id++) {
            lines.append("{\"type\":\"ask\",\"n\":1,\"$id\":").append(id).append("}\n");
        }
        return bytes(lines.toString());
    }
}
