package dev.gdwire.transport;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a message when the peer is slow and there is no room for more. Immutable.
 *
 * <p>There is no room for those that are to be sent in any case ({@link #block}, {@link #fail})
 * when {@link LinkOptions#outboundBytes} wait to be taken by the peer. Those that may be dropped
 * ({@link #dropOldest}, {@link #latest}) give way much sooner, so that what a slow peer reads is
 * fresh: they are written only while less than 64 KiB wait (or a quarter of {@code outboundBytes},
 * if that is less). Until then they wait as messages, of which there is a limited number: {@link
 * SendOptions#waitingMessages} on a connection at most, whatever their policies say; then the
 * oldest of all goes.
 *
 * <p><b>Order.</b> Messages leave in the order in which they were sent, also those of different
 * policies: none is written before what the same thread sent earlier. One that replaces another
 * counts as sent when it was, not when the other was: it goes to the end of those that wait. Only
 * what a listener sends within an event, or what is sent on a driver's thread, does not wait for
 * those that wait there.
 *
 * <p>Messages that may be dropped are outside of a session's sequence: those that wait when a
 * connection breaks wait on for the next one, behind what the session keeps of the others; those
 * that were on their way are lost.
 *
 * <p>Requests and answers are never dropped, and wait for room whatever the connection's policy
 * says.
 */
public sealed interface Delivery {
    /**
     * Waits for room; {@link #BLOCK} waits as long as it takes.
     *
     * @param timeout how long it waits at most
     */
    record Block(Duration timeout) implements Delivery {
        public Block {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException("A wait is 0 or longer: " + timeout);
            }
        }
    }

    /** Fails when there is no room. */
    record Fail() implements Delivery {}

    /**
     * Waits as a message, and may be dropped for newer ones.
     *
     * @param most how many messages of this policy wait, counting this one
     */
    record DropOldest(int most) implements Delivery {
        public DropOldest {
            if (most < 1) {
                throw new IllegalArgumentException("At least 1 message may wait: " + most);
            }
        }
    }

    /**
     * Waits as a message, and replaces one of its kind that waits.
     *
     * @param key of its kind; null: its type is its kind
     */
    record Latest(@Nullable Object key) implements Delivery {
        /** What tells a message's kind from others. */
        Object kindOf(Object message) {
            return key == null ? message.getClass() : key;
        }
    }

    /** See {@link #block()}. */
    Delivery BLOCK = new Block(Duration.ofNanos(Long.MAX_VALUE));

    /**
     * Waits until there is room: the usual policy. Where a thread must not wait, within an event of
     * a listener and on a driver's thread, a peer that is too far behind loses the connection.
     */
    static Delivery block() {
        return BLOCK;
    }

    /**
     * Waits until there is room, for a while; then sending throws {@link NoRoomException}. Where a
     * thread must not wait it is as {@link #block()}.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    static Delivery block(Duration timeout) {
        return new Block(timeout);
    }

    /** Sending throws {@link NoRoomException} when there is no room. */
    static Delivery fail() {
        return new Fail();
    }

    /**
     * Sending never waits: when more than so many messages of this policy wait, the oldest of them
     * is dropped. For a stream of which the newest part counts, such as a log.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    static Delivery dropOldest(int most) {
        return new DropOldest(most);
    }

    /**
     * Sending never waits: the message replaces one of the same type that waits under this policy.
     * For states of which the last counts.
     */
    static Delivery latest() {
        return new Latest(null);
    }

    /**
     * The same, with a kind of the user's instead of the type, such as the name of the entity whose
     * state it is.
     *
     * @param key tells kinds apart, by {@code equals} and {@code hashCode}
     */
    static Delivery latest(Object key) {
        return new Latest(Objects.requireNonNull(key, "key"));
    }
}
