package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.transport.internal.Backlog;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.Outbox;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides when messages are written to an outbox, by their policies, and tells how full it is.
 * Guarded by the connection's lock.
 */
final class Deliveries {
    /** The way to the peer. */
    interface Way {
        /** With the lock. */
        Engine engine();

        /** The connection's clock, in nanoseconds. */
        long now();

        /** Address and port of the peer. */
        String peer();

        /**
         * Takes the lock, once there is room where a thread can wait for it, and runs a command.
         *
         * @return false if there was no room in time
         */
        boolean put(Runnable command, long deadline);

        /** Takes the lock, and runs a command that writes what there is room for. */
        void run(Runnable command);
    }

    /**
     * Messages that may be dropped are written while fewer bytes wait: enough to keep a peer that
     * reads busy, and little that one that does not reads stale.
     */
    private static final long FRESH_BYTES = 64 * 1024;

    private final Outbox outbox;
    private final SocketOutput output;
    private final LinkOptions link;
    private final Way way;
    private final long freshBytes;
    private final SendOptions.Marks marks;
    private Backlog backlog;
    private boolean isHigh;
    private boolean over;

    /** Nothing was sent yet. */
    Deliveries(LinkOptions link, Outbox outbox, SocketOutput output, Way way) {
        this.outbox = outbox;
        this.output = output;
        this.link = link;
        this.way = way;
        backlog = new Backlog(link.sending().waitingMessages(), link.outboundBytes());
        freshBytes = Math.min(FRESH_BYTES, Math.max(1, link.outboundBytes() / 4));
        marks = link.sending().marksFor(link.outboundBytes());
    }

    /**
     * Sends a message, or an object to a plain peer. Takes the lock.
     *
     * @throws NoRoomException if there is no room, in time, and the policy is to fail then
     */
    void send(Object message, Delivery delivery) {
        if (delivery instanceof Delivery.Block block) {
            long deadline = Deadline.after(way.now(), block.timeout());
            if (!way.put(() -> sendSurely(message), deadline)) {
                String text = " within %d ms".formatted(block.timeout().toMillis());
                way.run(() -> refuse(message, text));
            }
        } else if (delivery instanceof Delivery.Fail) {
            way.run(
                    () -> {
                        if (!clear()) {
                            refuse(message, "");
                        }
                        sendSurely(message);
                    });
        } else {
            way.run(() -> take(message, delivery));
        }
    }

    private void sendSurely(Object message) {
        if (message instanceof ObjectNode object) {
            way.engine().sendPlain(object, way.now());
        } else {
            way.engine().send((Message) message);
        }
    }

    private void refuse(Object message, String howLong) {
        long queued = outbox.queued();
        throw new NoRoomException(
                "%s was not sent to %s%s: %d bytes and %d messages wait to be taken, and %d bytes may: the peer reads too slowly, so send less, or keep only the latest"
                        .formatted(
                                message.getClass().getSimpleName(),
                                way.peer(),
                                howLong,
                                queued,
                                backlog.size(),
                                link.outboundBytes()),
                queued,
                link.outboundBytes());
    }

    /**
     * Whether there is room, and nothing waits that was sent before. What is kept for a session
     * that is suspended does not wait for what may be dropped.
     */
    boolean isClear() {
        return outbox.hasRoom() && (backlog.isEmpty() || !way.engine().isOpen());
    }

    /** The same, after what waits was written as far as there is room. */
    boolean clear() {
        writeUpTo(backlog.lastNumber());
        return isClear();
    }

    /**
     * Waits until there is room, and what was sent before is written.
     *
     * @return false when that took too long
     */
    boolean await(long deadline, LongSupplier clock) throws InterruptedException {
        long before = backlog.lastNumber();
        writeUpTo(before);
        while (!outbox.hasRoom() || way.engine().isOpen() && backlog.holdsUpTo(before)) {
            // Whoever has filled it must not leave it to nobody.
            outbox.leaveToDriver();
            if (!outbox.awaitRoom(deadline - clock.getAsLong())) {
                return false;
            }
            writeUpTo(before);
        }
        return true;
    }

    private void writeUpTo(long number) {
        while (way.engine().isOpen() && backlog.holdsUpTo(number) && outbox.hasRoom()) {
            writeNext();
        }
    }

    /** Takes a message that may be dropped: writes it, or keeps it for later. */
    private void take(Object message, Delivery delivery) {
        if (way.engine().isOpen() && backlog.isEmpty() && outbox.hasLessThan(freshBytes)) {
            write(message);
            return;
        }
        Backlog.Item kept = kept(message);
        if (delivery instanceof Delivery.DropOldest oldest) {
            backlog.addAging(kept, oldest.most());
        } else if (delivery instanceof Delivery.Latest latest) {
            backlog.addLatest(kept, latest.kindOf(message));
        }
    }

    private Backlog.Item kept(Object message) {
        if (message instanceof ObjectNode object) {
            way.engine().checkPlain();
            // Whoever sent it may change it while it waits.
            return new Backlog.Item(object.deepCopy(), object.toString().length());
        }
        return new Backlog.Item(message, way.engine().length((Message) message));
    }

    /** Some was written: there may be room for what waits. */
    void less() {
        while (!backlog.isEmpty() && way.engine().isOpen() && outbox.hasLessThan(freshBytes)) {
            writeNext();
        }
        tellMarks();
    }

    private void writeNext() {
        Object message = backlog.poll();
        if (message == null) {
            return;
        }
        try {
            write(message);
        } catch (RuntimeException e) { // A codec may throw any.
            String text =
                    e instanceof GdwireException
                            ? e.getMessage()
                            : "its encoder failed: " + message.getClass().getSimpleName();
            output.event(
                    new Event.ProblemEvent(
                            Problem.of(ProblemKind.NOT_SENT, "not sent: " + text).withCause(e)));
        }
    }

    private void write(Object message) {
        boolean before = output.beginFitting();
        try {
            if (message instanceof ObjectNode object) {
                way.engine().sendPlain(object, way.now());
            } else {
                way.engine().sendDroppable((Message) message);
            }
        } finally {
            output.endAnswer(before);
        }
    }

    /** Tells of a mark that was crossed, if one was. */
    void tellMarks() {
        Event crossed = crossed(outbox.queued());
        if (crossed != null) {
            output.event(crossed);
        }
    }

    private @Nullable Event crossed(long queued) {
        if (isHigh ? queued > marks.low() : queued < marks.high()) {
            return null;
        }
        if (over || !way.engine().isOpen()) {
            return null;
        }
        isHigh = !isHigh;
        return isHigh ? new Event.HighWater(queued) : new Event.LowWater(queued);
    }

    /** This side is about to end the connection: what waits goes out as far as there is room. */
    void flush() {
        writeUpTo(backlog.lastNumber());
    }

    /**
     * What waits, for the connection that goes on with the session; it is not here any more.
     *
     * @param backlog the messages
     * @param isHigh whether the high mark was told of, and not yet the low one
     */
    record Kept(Backlog backlog, boolean isHigh) {}

    Kept handOver() {
        Kept kept = new Kept(backlog, isHigh);
        backlog = new Backlog(link.sending().waitingMessages(), link.outboundBytes());
        over = true;
        return kept;
    }

    /** Goes on with what waited on another connection. */
    void takeOver(Kept kept) {
        backlog = kept.backlog();
        isHigh = kept.isHigh();
    }

    /** The connection is over: nothing more is written or told. */
    void end() {
        over = true;
        backlog.clear();
    }

    /** How many messages wait. */
    int waiting() {
        return backlog.size();
    }

    /** How many were dropped. */
    long dropped() {
        return backlog.dropped();
    }
}
