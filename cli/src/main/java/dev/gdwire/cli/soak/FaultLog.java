package dev.gdwire.cli.soak;

import java.util.ArrayList;
import java.util.List;

/** What was wrong: the first of it in words, and how often. Safe for use by many threads. */
final class FaultLog {
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private final List<String> first = new ArrayList<>();
    private long count;

    synchronized void add(String fault) {
        count++;
        if (first.size() < MOST) {
            first.add(fault);
        }
    }

    void add(String fault, Object came, Object expected) {
        add("%s: expected %s, and %s came".formatted(fault, cut(expected), cut(came)));
    }

    private static String cut(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST
                ? text
                : "%s... (%d characters)".formatted(text.substring(0, LONGEST), text.length());
    }

    synchronized boolean isEmpty() {
        return count == 0;
    }

    /** The first of them, and a line about the others. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>(first);
        if (count > first.size()) {
            lines.add("... and %d more".formatted(count - first.size()));
        }
        return lines;
    }
}
