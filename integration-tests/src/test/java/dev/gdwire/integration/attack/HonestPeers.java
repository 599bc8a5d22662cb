package dev.gdwire.integration.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Peers that ask, wait for each answer and look at it, while others attack. */
final class HonestPeers {
    /**
     * What they have seen.
     *
     * @param roundTrips how many answers came
     * @param seconds in which time
     * @param longestMillis the longest wait for one
     */
    record Report(long roundTrips, double seconds, double longestMillis) {
        double perSecond() {
            return roundTrips / seconds;
        }
    }

    private static final int COUNT = 4;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PAUSE_MILLIS = 2;

    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final Map<HonestPeer, Long> waiting = new ConcurrentHashMap<>();
    private final LongAdder answers = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final long start;
    private volatile boolean over;

    private HonestPeers(List<HonestPeer> peers) {
        start = System.nanoTime();
        for (HonestPeer peer : peers) {
            Thread thread = new Thread(() -> converse(peer), "honest");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Connects some, and has them talk. */
    static HonestPeers start(Dial dial) throws IOException {
        List<HonestPeer> peers = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            peers.add(new HonestPeer(dial));
        }
        return new HonestPeers(peers);
    }

    /**
     * Connects one more and asks something.
     *
     * @throws IOException if it is not let in, or not answered
     */
    static void tryOnce(Dial dial) throws IOException {
        try (HonestPeer peer = new HonestPeer(dial)) {
            peer.ask(1);
        }
    }

    private void converse(HonestPeer peer) {
        try (peer) {
            for (long n = 1; !over; n++) {
                long asked = System.nanoTime();
                waiting.put(peer, asked);
                peer.ask(n);
                waiting.remove(peer);
                longest.accumulate(System.nanoTime() - asked);
                answers.increment();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | RuntimeException | InterruptedException e) {
            faults.add(e);
        }
    }

    /** How many answers they have had. */
    long answers() {
        return answers.sum();
    }

    /** Ends their talk; fails if one of them was not answered, or wrongly. */
    Report stop() throws InterruptedException {
        Report report = report();
        over = true;
        for (Thread thread : threads) {
            thread.join(2 * PATIENCE_MILLIS);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("an honest peer was not served", faults.peek());
        }
        return report;
    }

    private Report report() {
        long now = System.nanoTime();
        long nanos = now - start;
        waiting.values().forEach(asked -> longest.accumulate(now - asked));
        return new Report(
                answers.sum(),
                nanos / (double) TimeUnit.SECONDS.toNanos(1),
                longest.get() / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }
}
