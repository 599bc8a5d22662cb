package dev.gdwire.transport;

import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connects again and again while a session has no connection, with a thread of its own for as long
 * as that takes. Safe for use by many threads.
 */
final class Reconnector {
    /** Where the peer listens. */
    record Place(String host, int port) {
        SocketChannel connect(Duration timeout) {
            return Connector.connect(host, port, timeout);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Opens a new socket to the peer. */
    @FunctionalInterface
    interface Opener {
        /**
         * A connection that has not begun to talk.
         *
         * @throws ConnectException if nobody listens there
         */
        SocketConnection open(ConnectionListener listener);
    }

    private enum State {
        CONNECTED,
        SUSPENDED,
        /** A new socket has come, and its handshake is not done. */
        SHAKING,
        OVER
    }

    private static final System.Logger LOG = System.getLogger("dev.gdwire");

    private final LastingConnection connection;
    private final Place place;
    private final Opener opener;
    private final SessionOptions options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private State state = State.CONNECTED;
    private @Nullable Thread thread;

    Reconnector(
            LastingConnection connection,
            Place place,
            Opener opener,
            @Nullable SessionOptions options) {
        this.connection = connection;
        this.place = place;
        this.opener = opener;
        this.options = Objects.requireNonNull(options);
    }

    /** Something happened to the connection. Waits for nothing. */
    void note(Event event) {
        lock.lock();
        try {
            if (event instanceof Event.Suspended) {
                suspended();
            } else if (event instanceof Event.Resumed || event instanceof Event.Opened) {
                change(State.CONNECTED);
            } else if (event instanceof Event.Closed) {
                over();
            }
        } finally {
            lock.unlock();
        }
    }

    private void suspended() {
        change(State.SUSPENDED);
        if (thread == null) {
            thread = start();
        }
    }

    private void over() {
        change(State.OVER);
        if (thread != null && thread != Thread.currentThread()) {
            // It may wait long for a machine that does not answer.
            thread.interrupt();
        }
    }

    private void change(State next) {
        state = next;
        changed.signalAll();
    }

    private Thread start() {
        Thread started = new Thread(this::run, "gdwire-reconnect-" + place);
        started.setDaemon(true);
        started.start();
        return started;
    }

    /** Waits until nobody connects any more; the connection is to be over. */
    void awaitEnd() {
        Thread running;
        lock.lock();
        try {
            running = thread;
        } finally {
            lock.unlock();
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            long wait = options.firstRetry().toNanos();
            while (isStillSuspended(jittered(wait))) {
                connectOnce();
                awaitOutcome();
                wait = Math.min(2 * wait, options.longestRetry().toNanos());
            }
        } catch (InterruptedException e) {
            connection.lose("the thread that connects again was interrupted");
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "cannot connect again to " + place, e);
            connection.lose("it cannot be connected again: " + e);
        }
    }

    /** Peers of a server that was started anew do not all come at once. */
    private static long jittered(long nanos) {
        return ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1);
    }

    /** Waits for a while; false when there is nothing to do any more, and then the thread ends. */
    private boolean isStillSuspended(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (state == State.SUSPENDED && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (state == State.SUSPENDED) {
                return true;
            }
            thread = null;
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void connectOnce() {
        SocketConnection socket;
        try {
            socket = opener.open(connection);
        } catch (ConnectException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "not connected again yet: " + e.getMessage());
            return;
        }
        if (!isBeingResumed() || !connection.goOnOver(socket)) {
            socket.discard();
        }
    }

    /** The session is about to get a socket; false if it does not want one any more. */
    private boolean isBeingResumed() {
        lock.lock();
        try {
            boolean wanted = state == State.SUSPENDED;
            if (wanted) {
                change(State.SHAKING);
            }
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    private void awaitOutcome() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state == State.SHAKING) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
