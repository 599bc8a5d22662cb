package dev.gdwire.transport.internal;

import java.util.concurrent.locks.Condition;

/** The lock of one connection; reentrant. */
public interface ConnectionLock {
    /** Takes it, or takes it once more. */
    void lock();

    /** Takes it where others hold it for less time than a thread takes to go to sleep. */
    void lockSoon();

    /** Gives it back as often as it was taken. */
    void unlock();

    /** Whether the calling thread has it. */
    boolean isHeldByCurrentThread();

    /** Whether the calling thread has taken it more than once. */
    boolean isHeldAgain();

    /** Something to wait for with it. */
    Condition newCondition();
}
