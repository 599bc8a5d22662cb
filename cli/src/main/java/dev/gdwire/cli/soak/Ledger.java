package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.messages.Arrivals;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps count of what comes of one kind: 1, 2, 3 ... if nothing is lost, comes twice or out of
 * order. Safe for use by many threads.
 */
final class Ledger {
    /** More are only counted: a test that has lost so many needs no list of them. */
    private static final int MOST_MISSING = 100_000;

    private final String what;
    private final FaultLog faults;
    private final Set<Long> missing = new TreeSet<>();
    private long expected = 1;
    private long received;
    private long twice;
    private long outOfOrder;
    private long lost;
    private long wrong;

    /**
     * A ledger in which nothing has come.
     *
     * @param what for people, such as "messages of the game"
     */
    Ledger(String what, FaultLog faults) {
        this.what = what;
        this.faults = faults;
    }

    /** One has come; it is to be as expected of its number. */
    synchronized <T> void arrived(long number, T message, T asItWas) {
        received++;
        if (number == expected) {
            expected++;
        } else if (number > expected) {
            skipped(number);
        } else if (missing.remove(number)) {
            lost--;
            outOfOrder++;
            faults.add("%s: %d came after %d".formatted(what, number, expected - 1));
        } else {
            twice++;
            faults.add("%s: %d came again after %d".formatted(what, number, expected - 1));
        }
        if (!message.equals(asItWas)) {
            wrong++;
            faults.add("%s: %d is not as it was sent".formatted(what, number), message, asItWas);
        }
    }

    private void skipped(long number) {
        faults.add("%s: %d came where %d was to come".formatted(what, number, expected));
        lost += number - expected;
        for (long left = expected; left < number && missing.size() < MOST_MISSING; left++) {
            missing.add(left);
        }
        expected = number + 1;
    }

    /** No more come; so many were sent. */
    synchronized void end(long sent) {
        if (expected <= sent) {
            faults.add(
                    "%s: none came after %d, though %d were sent"
                            .formatted(what, expected - 1, sent));
            lost += sent - expected + 1;
            expected = sent + 1;
        } else if (expected > sent + 1) {
            faults.add("%s: %d came, though only %d were sent".formatted(what, expected - 1, sent));
        }
    }

    /** How many have come. */
    synchronized long received() {
        return received;
    }

    synchronized Arrivals arrivals() {
        return new Arrivals(received, lost, twice, outOfOrder, wrong);
    }
}
