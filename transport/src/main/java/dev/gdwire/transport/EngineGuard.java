package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.transport.internal.ConnectionLock;
import dev.gdwire.transport.internal.Outbox;
import dev.gdwire.transport.internal.Pump;
import dev.gdwire.transport.internal.Timer;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets many threads use the engine of a socket, one at a time. What a thread has left to be
 * written, it writes itself once it has given the lock back, or leaves to the driver's thread.
 */
final class EngineGuard {
    /** One clock for all: a session takes its deadlines from one connection to another. */
    private static final long ORIGIN = System.nanoTime();

    private final Engine engine;
    private final SocketOutput output;
    private final Pump pump;
    private final ConnectionLock lock;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Supplier<ConnectionListener> listener;
    private final Timer timer = new Timer(this::tick);

    /**
     * A guard of an engine that has not begun.
     *
     * @param output of the engine, into the pump's outbox
     * @param listener who is told when a thread waits for room
     */
    EngineGuard(
            Engine engine,
            SocketOutput output,
            Pump pump,
            LinkOptions link,
            String peer,
            Supplier<ConnectionListener> listener) {
        this.engine = engine;
        this.output = output;
        this.pump = pump;
        this.listener = listener;
        lock = pump.lock();
        outbox = pump.outbox();
        deliveries = new Deliveries(link, outbox, output, new Way(peer));
        outbox.onLess(this::less);
    }

    /** The connection's clock, in nanoseconds. */
    static long now() {
        return System.nanoTime() - ORIGIN;
    }

    /** Decides when messages are written. */
    Deliveries deliveries() {
        return deliveries;
    }

    /** Within an event, and where others wait for the thread. */
    boolean mustNotWait() {
        return lock.isHeldByCurrentThread() || pump.isOnDriver();
    }

    /** Sends a message once there is room; as {@link #put} does, but without an object for it. */
    void send(Message message) {
        enter(Long.MAX_VALUE);
        try {
            engine.send(message);
            deliveries.tellMarks();
        } finally {
            leave(outbox.takeOfRow());
        }
    }

    /** Runs a command that writes, once there is room. */
    void put(Runnable command) {
        put(command, Long.MAX_VALUE);
    }

    /** The same; false when there was no room in time. */
    boolean put(Runnable command, long deadline) {
        if (lock.isHeldByCurrentThread()) {
            output.answer(command);
            return true;
        }
        if (pump.isOnDriver()) {
            run(() -> output.answer(command));
            return true;
        }
        if (!enter(deadline)) {
            return false;
        }
        try {
            command.run();
            look();
        } finally {
            leave(outbox.takeOfRow());
        }
        return true;
    }

    /** Takes the lock once there is room; false, without it, when there was none in time. */
    private boolean enter(long deadline) {
        lock.lockSoon();
        boolean entered = false;
        try {
            entered = deliveries.isClear() || awaitRoom(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while waiting to send: nothing was sent.", e);
        } finally {
            if (!entered) {
                lock.unlock();
            }
        }
        return entered;
    }

    private boolean awaitRoom(long deadline) throws InterruptedException {
        ConnectionListener told = listener.get();
        told.threadWaits();
        try {
            return deliveries.await(deadline, EngineGuard::now);
        } finally {
            told.threadGoesOn();
        }
    }

    /** Runs a command that waits for no room. */
    void run(Runnable command) {
        lock.lock();
        try {
            command.run();
            look();
        } finally {
            // Within an event, and within the driver's turn, the lines wait for its end.
            leave(lock.isHeldAgain() ? null : outbox.takeAtOnce());
        }
    }

    /** The same for one whose lines cannot wait. */
    void answer(Runnable command) {
        run(() -> output.answer(command));
    }

    /** Looks at something; nothing comes of it. */
    <T> T read(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /** Hands over what came in. With the lock; what it leaves to be written is the pump's. */
    void receive(byte[] bytes, int length) {
        boolean before = output.beginAnswer();
        try {
            engine.receive(bytes, 0, length, now());
        } finally {
            output.endAnswer(before);
        }
        look();
    }

    /** Gives the lock back, and writes what this thread has taken. */
    private void leave(@Nullable ByteBuffer batch) {
        lock.unlock();
        pump.write(batch);
    }

    /** What a command, which may have taken long, has changed beside the lines. */
    private void look() {
        long now = now();
        try {
            if (output.isOverflowed()) {
                engine.broken("the peer does not read what it is sent", now);
            }
            if (engine.isOverfull()) {
                engine.lose("more was sent than is kept until the peer has acknowledged it", now);
            }
            outbox.otherRoomChanged();
            if (!lock.isHeldAgain()) {
                // Not within an event: its listener is told one at a time.
                deliveries.less();
            }
        } finally {
            timer.set(engine.nextDeadline(), now);
        }
    }

    /** The peer has taken some. */
    private void less() {
        try {
            deliveries.less();
        } catch (RuntimeException | Error e) {
            // A listener's fault: the thread that writes must live to write the rest.
            engine.broken("the connection broke: " + e, now());
        }
    }

    private void tick() {
        run(
                () -> {
                    timer.fired();
                    try {
                        output.answer(() -> engine.tick(now()));
                    } finally {
                        // Whatever a listener throws: other deadlines are still to come.
                        timer.set(engine.nextDeadline(), now());
                    }
                });
    }

    /** Nothing more is sent but what waits, and no time runs any more. With the lock. */
    void end() {
        pump.end();
        timer.cancel();
    }

    /** How messages that may have to wait come to the peer. */
    private final class Way implements Deliveries.Way {
        private final String peer;

        private Way(String peer) {
            this.peer = peer;
        }

        @Override
        public Engine engine() {
            return engine;
        }

        @Override
        public long now() {
            return EngineGuard.now();
        }

        @Override
        public String peer() {
            return peer;
        }

        @Override
        public boolean put(Runnable command, long deadline) {
            return EngineGuard.this.put(command, deadline);
        }

        @Override
        public void run(Runnable command) {
            boolean oneOfMany = !mustNotWait();
            lock.lockSoon();
            boolean before = output.beginFitting();
            try {
                command.run();
                look();
            } finally {
                output.endAnswer(before);
                boolean within = lock.isHeldAgain();
                leave(within ? null : oneOfMany ? outbox.takeOfRow() : outbox.takeAtOnce());
            }
        }
    }
}
