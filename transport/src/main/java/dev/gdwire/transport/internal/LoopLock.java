package dev.gdwire.transport.internal;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A reentrant lock of one of a loop's connections, for the loop's thread most of all. Unlike the
 * Java library's it notes no owner then: where each message comes by another connection, that one
 * reference, and what the garbage collector does about it, is measurable.
 */
final class LoopLock extends AbstractQueuedSynchronizer implements ConnectionLock {
    private static final long serialVersionUID = 1;

    private final transient Thread loop;

    /** Only the loop's thread writes it, and only what that thread reads there counts. */
    private boolean isLoops;

    /** Who has it if the loop's thread does not; each thread finds itself or not. */
    private transient @Nullable Thread other;

    /**
     * A lock that nobody has.
     *
     * @param loop the thread that takes it most often
     */
    LoopLock(Thread loop) {
        this.loop = loop;
    }

    @Override
    public void lock() {
        acquire(1);
    }

    @Override
    public void lockSoon() {
        acquire(1);
    }

    @Override
    public void unlock() {
        release(1);
    }

    @Override
    public boolean isHeldByCurrentThread() {
        return isHeldExclusively();
    }

    @Override
    public boolean isHeldAgain() {
        return isHeldExclusively() && getState() > 1;
    }

    @Override
    public Condition newCondition() {
        return new ConditionObject();
    }

    @Override
    protected boolean tryAcquire(int count) {
        int holds = getState();
        if (holds == 0 && compareAndSetState(0, count)) {
            own();
            return true;
        }
        if (holds == 0 || !isHeldExclusively()) {
            return false;
        }
        setState(Math.addExact(holds, count));
        return true;
    }

    private void own() {
        Thread thread = Thread.currentThread();
        if (thread == loop) {
            isLoops = true;
        } else {
            other = thread;
        }
    }

    @Override
    protected boolean tryRelease(int count) {
        if (!isHeldExclusively()) {
            throw new IllegalMonitorStateException();
        }
        int holds = getState() - count;
        if (holds == 0) {
            disown();
        }
        setState(holds);
        return holds == 0;
    }

    private void disown() {
        if (Thread.currentThread() == loop) {
            isLoops = false;
        } else {
            other = null;
        }
    }

    @Override
    protected boolean isHeldExclusively() {
        Thread thread = Thread.currentThread();
        return thread == loop ? isLoops : other == thread;
    }
}
