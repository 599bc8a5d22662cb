package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatonTest {
    private static final long NO_LINGER = 0;
    private static final long HOURS = TimeUnit.HOURS.toNanos(1);

    /** Says which thread reads, and lets a test decide what it reads. */
    private static final class Script implements Baton.Source {
        private static final Runnable END = () -> {};

        private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();
        private final BlockingQueue<Thread> readers = new LinkedBlockingQueue<>();

        @Override
        public boolean read() {
            readers.add(Thread.currentThread());
            try {
                Runnable arrival = arrivals.take();
                arrival.run();
                return arrival != END;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        @Override
        public void wake() {
            arrivals.add(() -> {});
        }

        void awaitReader(Thread thread) throws InterruptedException {
            while (readers.take() != thread) {
                continue;
            }
        }
    }

    /** A wait on a thread of its own. */
    private static final class Wait {
        private final BlockingQueue<Waiter<String>> made = new LinkedBlockingQueue<>();
        private final FutureTask<String> task;
        private final Thread thread;
        private final Waiter<String> waiter;

        Wait(Baton baton) throws InterruptedException {
            task =
                    new FutureTask<>(
                            () -> {
                                Waiter<String> waiter = baton.waiter();
                                made.add(waiter);
                                return baton.await(waiter);
                            });
            thread = start(task);
            waiter = made.take();
        }

        String value() throws ExecutionException, InterruptedException {
            return task.get();
        }
    }

    private final Script source = new Script();

    @Test
    void waiterReadsUntilItsValueIsThere() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        Waiter<String> waiter = baton.waiter();
        source.arrivals.add(() -> {});
        source.arrivals.add(() -> waiter.complete("value"));
        assertThat(baton.await(waiter)).isEqualTo("value");
        assertThat(source.readers).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void valueThatIsThereNeedsNoReading() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        Waiter<String> waiter = baton.waiter();
        waiter.complete("value");
        Thread.currentThread().interrupt();
        assertThat(baton.await(waiter)).isEqualTo("value");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(source.readers).isEmpty();
    }

    @Test
    void keeperMakesRoomAfterAReadAndComesBack() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        FutureTask<Void> keeping = new FutureTask<>(keeper(baton));
        Thread keeper = start(keeping);
        source.awaitReader(keeper);
        Wait wait = new Wait(baton);
        awaitParked(wait.thread);
        source.arrivals.add(() -> {});
        source.awaitReader(wait.thread);
        source.arrivals.add(() -> wait.waiter.complete("read by the waiter"));
        assertThat(wait.value()).isEqualTo("read by the waiter");
        source.awaitReader(keeper);
        source.arrivals.add(Script.END);
        keeping.get();
    }

    @Test
    void keeperStaysAwayForAMomentAfterAWait() throws Exception {
        Baton baton = new Baton(source, HOURS);
        FutureTask<Void> keeping = new FutureTask<>(keeper(baton));
        Thread keeper = start(keeping);
        source.awaitReader(keeper);
        Wait wait = new Wait(baton);
        awaitParked(wait.thread);
        source.arrivals.add(() -> wait.waiter.complete("first"));
        assertThat(wait.value()).isEqualTo("first");
        Wait next = new Wait(baton);
        source.awaitReader(next.thread);
        source.arrivals.add(() -> next.waiter.complete("second"));
        assertThat(next.value()).isEqualTo("second");
        assertThat(source.readers).isEmpty();
        baton.end();
        keeping.get();
    }

    @Test
    void keeperStaysAwayAfterAWaitThatItEndedItself() throws Exception {
        Baton baton = new Baton(source, HOURS);
        Waiter<String> waiter = baton.waiter();
        assertThat(baton.keep()).isTrue();
        baton.letGo();
        start(() -> waiter.complete("value")).join();
        FutureTask<Boolean> again = new FutureTask<>(baton::keep);
        Thread keeper = start(again);
        while (keeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        assertThat(baton.await(waiter)).isEqualTo("value");
        baton.end();
        assertThat(again.get()).isFalse();
    }

    @Test
    void keeperComesBackHoweverShortItStaysAway() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            Baton baton = new Baton(source, i % 1000);
            baton.waiter().complete("value");
            assertThat(baton.keep()).isTrue();
            baton.letGo();
        }
    }

    @Test
    void nextWaiterReadsWhenTheFirstIsDone() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        Wait first = new Wait(baton);
        source.awaitReader(first.thread);
        Wait second = new Wait(baton);
        Wait third = new Wait(baton);
        source.arrivals.add(() -> third.waiter.complete("third, by the first"));
        assertThat(third.value()).isEqualTo("third, by the first");
        source.arrivals.add(() -> first.waiter.complete("first"));
        assertThat(first.value()).isEqualTo("first");
        source.awaitReader(second.thread);
        source.arrivals.add(() -> second.waiter.complete("second"));
        assertThat(second.value()).isEqualTo("second");
    }

    @Test
    void waiterThatReadsReturnsWhenAnotherThreadEndsItsWait() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        Wait wait = new Wait(baton);
        source.awaitReader(wait.thread);
        wait.waiter.complete("from outside");
        assertThat(wait.value()).isEqualTo("from outside");
    }

    @Test
    void interruptedWaiterPassesTheRightOn() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        Wait first = new Wait(baton);
        source.awaitReader(first.thread);
        Wait second = new Wait(baton);
        first.thread.interrupt();
        assertThatThrownBy(first::value).hasRootCauseInstanceOf(InterruptedException.class);
        source.awaitReader(second.thread);
        second.thread.interrupt();
        assertThatThrownBy(second::value).hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(baton.keep()).isTrue();
    }

    @Test
    void afterTheEndNobodyReads() throws Exception {
        Baton baton = new Baton(source, NO_LINGER);
        Wait first = new Wait(baton);
        source.awaitReader(first.thread);
        Wait second = new Wait(baton);
        source.arrivals.add(Script.END);
        FutureTask<Boolean> kept = new FutureTask<>(baton::keep);
        start(kept);
        assertThat(kept.get()).isFalse();
        second.waiter.complete("too late");
        first.waiter.complete("too late");
        assertThat(second.value()).isEqualTo("too late");
        assertThat(first.value()).isEqualTo("too late");
        assertThat(source.readers).isEmpty();
    }

    @Test
    void noWaitIsForgottenHoweverTheThreadsMeet() throws Exception {
        int rounds = 20_000;
        BlockingQueue<Waiter<Integer>> made = new LinkedBlockingQueue<>();
        Baton baton = new Baton(new Idle(), NO_LINGER);
        FutureTask<Void> keeping =
                new FutureTask<>(
                        () -> {
                            while (baton.keep()) {
                                baton.letGo();
                            }
                            return null;
                        });
        start(keeping);
        FutureTask<Void> completing =
                new FutureTask<>(
                        () -> {
                            for (int i = 0; i < rounds; i++) {
                                made.take().complete(i);
                            }
                            return null;
                        });
        start(completing);
        for (int i = 0; i < rounds; i++) {
            Waiter<Integer> waiter = baton.waiter();
            made.add(waiter);
            assertThat(baton.await(waiter)).isEqualTo(i);
        }
        completing.get();
        baton.end();
        keeping.get();
    }

    /** Nothing ever comes; a read waits until it is woken. */
    private static final class Idle implements Baton.Source {
        private final Semaphore wakes = new Semaphore(0);

        @Override
        public boolean read() {
            try {
                wakes.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }

        @Override
        public void wake() {
            wakes.release();
        }
    }

    @Test
    void keeperLooksInSeldomWhileWaitsGoOn() throws Exception {
        Baton baton = new Baton(source, TimeUnit.MILLISECONDS.toNanos(5));
        baton.await(completed(baton));
        FutureTask<Long> looks =
                new FutureTask<>(
                        () -> {
                            assertThat(baton.keep()).isTrue();
                            return waits(Thread.currentThread());
                        });
        start(looks);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
        while (System.nanoTime() < end) {
            baton.await(completed(baton));
        }
        // Each 5 ms that would be 60.
        assertThat(looks.get()).isLessThan(30);
    }

    private static long waits(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getWaitedCount();
    }

    private static Waiter<String> completed(Baton baton) {
        Waiter<String> waiter = baton.waiter();
        waiter.complete("value");
        return waiter;
    }

    private Callable<Void> keeper(Baton baton) {
        return () -> {
            boolean more = true;
            while (more && baton.keep()) {
                more = source.read();
                baton.letGo();
            }
            baton.end();
            return null;
        };
    }

    private static void awaitParked(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
