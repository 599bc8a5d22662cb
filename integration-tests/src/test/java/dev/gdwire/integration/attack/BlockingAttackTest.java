package dev.gdwire.integration.attack;

import java.io.IOException;

/** A server whose peers have threads of their own. */
class BlockingAttackTest extends AttackContract {
    BlockingAttackTest() {
        super("blocking driver");
    }

    @Override
    Target start() throws IOException {
        return new JavaTarget("blocking", MOST_PEERS);
    }

    /**
     * For each of eight peers 17 MiB, and the rest for all others: a line of 1 MiB, and 4 MiB that
     * wait to be sent, which lie in two buffers that double when they grow.
     */
    @Override
    long heapBound() {
        return 160L << 20;
    }

    /** Eight threads may read such a line at once, and 29 MiB of objects come of each. */
    @Override
    long heapBound(Attack attack) {
        return attack == Attack.UNHEARD_OBJECTS ? 240L << 20 : heapBound();
    }

    @Override
    Force force() {
        return Force.FULL;
    }

    @Override
    long threadBound() {
        return 400;
    }
}
