package dev.gdwire.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The newest lines that a process printed, for threads that wait for one. */
final class ProcessOutput {
    private static final int LIMIT = 10_000;
    private static final int TAIL = 40;

    private final Consumer<String> listener;
    private final Deque<String> lines = new ArrayDeque<>();
    private long added;
    private boolean ended;

    ProcessOutput(Consumer<String> listener) {
        this.listener = listener;
    }

    void add(String line) {
        synchronized (this) {
            lines.addLast(line);
            added++;
            if (lines.size() > LIMIT) {
                lines.removeFirst();
            }
            notifyAll();
        }
        listener.accept(line);
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    synchronized String tail() {
        return String.join("\n", lines.stream().skip(Math.max(0, lines.size() - TAIL)).toList());
    }

    /** The first line that matches; empty when the time passes, or the output ends, without one. */
    synchronized Optional<String> await(Predicate<String> wanted, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        long seen = 0;
        while (true) {
            long fresh = Math.min(added - seen, lines.size());
            seen = added;
            Optional<String> found =
                    lines.stream().skip(lines.size() - fresh).filter(wanted).findFirst();
            if (found.isPresent() || ended || !waitUntil(deadline)) {
                return found;
            }
        }
    }

    /** Waits until all output was read, or the time has passed. */
    synchronized void awaitEnd(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!ended && waitUntil(deadline)) {
            // Lines that come meanwhile are of no interest here.
        }
    }

    /** False when the deadline has passed, or the thread was interrupted. */
    private boolean waitUntil(long deadline) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            return false;
        }
        try {
            wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
