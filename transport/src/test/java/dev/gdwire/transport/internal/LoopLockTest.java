package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopLockTest {
    private static final int TIMES = 50_000;

    private int guarded;

    @Test
    void onlyOneThreadHasItWhetherTheLoopsOrAnother() throws Exception {
        LoopLock[] lock = new LoopLock[1];
        Runnable work =
                () -> {
                    for (int i = 0; i < TIMES; i++) {
                        lock[0].lock();
                        lock[0].lock();
                        guarded++;
                        lock[0].unlock();
                        guarded++;
                        lock[0].unlock();
                    }
                };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(new Thread(work));
        }
        lock[0] = new LoopLock(threads.get(0));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(guarded).isEqualTo(3 * 2 * TIMES);
    }

    @Test
    void loopsThreadKnowsWhetherItHasIt() {
        knowsWhetherItHasIt(new LoopLock(Thread.currentThread()));
    }

    @Test
    void anotherThreadKnowsWhetherItHasIt() {
        knowsWhetherItHasIt(new LoopLock(new Thread()));
    }

    private static void knowsWhetherItHasIt(LoopLock lock) {
        assertThat(lock.isHeldByCurrentThread()).isFalse();
        lock.lock();
        assertThat(lock.isHeldByCurrentThread()).isTrue();
        assertThat(lock.isHeldAgain()).isFalse();
        lock.lock();
        assertThat(lock.isHeldAgain()).isTrue();
        CompletableFuture.runAsync(
                        () -> {
                            assertThat(lock.isHeldByCurrentThread()).isFalse();
                            assertThat(lock.isHeldAgain()).isFalse();
                            assertThatThrownBy(lock::unlock)
                                    .isInstanceOf(IllegalMonitorStateException.class);
                        })
                .join();
        lock.unlock();
        lock.unlock();
        assertThat(lock.isHeldByCurrentThread()).isFalse();
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }

    @Test
    void whoWaitsForAConditionGivesItAway() throws Exception {
        LoopLock lock = new LoopLock(Thread.currentThread());
        Condition condition = lock.newCondition();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(
                        () -> {
                            lock.lock();
                            try {
                                guarded = 1;
                                return condition.await(20, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                return false;
                            } finally {
                                lock.unlock();
                            }
                        },
                        task -> new Thread(task).start());
        lock.lock();
        while (guarded == 0) {
            lock.unlock();
            Thread.onSpinWait();
            lock.lock();
        }
        condition.signal();
        lock.unlock();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
