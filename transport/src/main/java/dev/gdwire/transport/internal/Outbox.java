package dev.gdwire.transport.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lines that wait to be written, within a limit of bytes. Lines that lie together are taken
 * together. One thread writes at a time: the one that took a batch, until it says that it is done.
 */
public final class Outbox {
    private static final int BATCH_BYTES = 64 * 1024;

    private record Entry(byte[] line, int answerBytes) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final long limit;
    private long bytes;
    private long answerBytes;
    private boolean writing;
    private boolean ended;

    /** An empty outbox with a limit in bytes. */
    public Outbox(long limit) {
        this.limit = limit;
    }

    /**
     * Waits until there is room for a line, or no more will be taken.
     *
     * @return false when that took too long
     */
    public boolean awaitRoom(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (bytes >= limit && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return bytes < limit || ended;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a line of the user's, who writes it or waits for room himself. */
    public void put(byte[] line) {
        add(new Entry(line, 0));
    }

    /** Adds a line of the library's own, which cannot wait; false when there are too many. */
    public boolean answer(byte[] line) {
        add(new Entry(line, line.length));
        lock.lock();
        try {
            changed.signalAll();
            return answerBytes <= limit;
        } finally {
            lock.unlock();
        }
    }

    private void add(Entry entry) {
        lock.lock();
        try {
            if (!ended) {
                entries.add(entry);
                bytes += entry.line().length;
                answerBytes += entry.answerBytes();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes what waits; null when nothing does, or another thread writes. */
    public byte @Nullable [] tryTake() {
        lock.lock();
        try {
            return writing || entries.isEmpty() ? null : batch();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to write; null when the outbox has ended and is empty. */
    public byte @Nullable [] take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (writing || (entries.isEmpty() && !ended)) {
                changed.await();
            }
            return entries.isEmpty() ? null : batch();
        } finally {
            lock.unlock();
        }
    }

    private byte[] batch() {
        int length = 0;
        int lines = 0;
        for (Entry entry : entries) {
            if (lines > 0 && length + entry.line().length > BATCH_BYTES) {
                break;
            }
            length += entry.line().length;
            lines++;
        }
        writing = true;
        if (lines == 1) {
            return remove();
        }
        byte[] batch = new byte[length];
        int offset = 0;
        for (int i = 0; i < lines; i++) {
            byte[] line = remove();
            System.arraycopy(line, 0, batch, offset, line.length);
            offset += line.length;
        }
        return batch;
    }

    private byte[] remove() {
        Entry entry = entries.remove();
        bytes -= entry.line().length;
        answerBytes -= entry.answerBytes();
        return entry.line();
    }

    /** The batch that this thread took is written. */
    public void done() {
        lock.lock();
        try {
            writing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The rest of the batch that this thread took is for the thread that waits in take. */
    public void giveBack(byte[] rest) {
        lock.lock();
        try {
            entries.addFirst(new Entry(rest, 0));
            bytes += rest.length;
        } finally {
            lock.unlock();
        }
        done();
    }

    /** Lets the thread that waits in {@link #take} write what a user's thread left. */
    public void wakeWriter() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more lines; those that wait are still to be written. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more lines and forgets those that wait. */
    public void abandon() {
        lock.lock();
        try {
            ended = true;
            entries.clear();
            bytes = 0;
            answerBytes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
