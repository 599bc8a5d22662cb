package dev.gdwire.transport.internal;

import java.util.concurrent.locks.ReentrantLock;

/** The Java library's lock; who wants it soon does not go to sleep at once. */
final class SpinningLock extends ReentrantLock implements ConnectionLock {
    private static final long serialVersionUID = 1;
    private static final int SPINS = 200;

    @Override
    public void lockSoon() {
        for (int i = 0; i < SPINS; i++) {
            if (tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock();
    }

    @Override
    public boolean isHeldAgain() {
        return getHoldCount() > 1;
    }
}
