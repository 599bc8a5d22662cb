package dev.gdwire.integration.kill;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Texts in a row: each says which it is, and shows whether it is whole. For one thread. */
final class Numbered {
    private static final int LENGTHS = 7_919;

    private final AtomicReference<String> fault = new AtomicReference<>();
    private final CountDownLatch some;
    private volatile long count;

    /** Says when so many have come. */
    Numbered(int some) {
        this.some = new CountDownLatch(some);
    }

    /** The text of a number: of lengths that cut it at all places, some longer than a packet. */
    static String text(long number) {
        int length = (int) (number * number % LENGTHS);
        return number + ":" + Character.toString('a' + (int) (number % 26)).repeat(length);
    }

    /** Takes the next one. */
    void accept(String text) {
        String expected = text(count);
        if (!text.equals(expected)) {
            fault.compareAndSet(
                    null,
                    "message %d has %d characters, expected %d: %s"
                            .formatted(
                                    count,
                                    text.length(),
                                    expected.length(),
                                    text.substring(0, Math.min(40, text.length()))));
        }
        count++;
        some.countDown();
    }

    /** How many there are. */
    long count() {
        return count;
    }

    boolean awaitSome(long seconds) throws InterruptedException {
        return some.await(seconds, TimeUnit.SECONDS);
    }

    /** What was wrong first; empty if each was the next one, and whole. */
    String fault() {
        String text = fault.get();
        return text == null ? "" : text;
    }
}
