package dev.gdwire.client.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionClosedException;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The messages of a type for one subscriber. Whoever hands it one waits until the subscriber has
 * asked for it, but for a few that are kept ready.
 *
 * @param <T> the type
 */
final class Feed<T extends Message> {
    /** How often one that waits for its subscriber sees whether it is to end. */
    private static final long LOOK_MILLIS = 20;

    private final Class<T> type;
    private final SubmissionPublisher<T> publisher = new SubmissionPublisher<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final String peer;

    /** The dispatch thread is about to hand on a message, and may wait. */
    private volatile boolean handing;

    private volatile boolean abandoned;

    /** Only the dispatch thread counts. */
    private volatile long lost;

    /**
     * @param onCancel told when the subscriber wants no more
     */
    Feed(
            Class<T> type,
            Flow.Subscriber<? super T> subscriber,
            String peer,
            Consumer<Feed<T>> onCancel) {
        this.type = type;
        this.peer = peer;
        publisher.subscribe(new Taker<>(subscriber, () -> onCancel.accept(this)));
    }

    boolean takes(Message message) {
        return type.isInstance(message);
    }

    /** Hands a message on, on the dispatch thread. */
    void hand(Message message) {
        handing = true;
        try {
            if (!isTaken(type.cast(message))) {
                lost++;
            }
        } catch (IllegalStateException closed) {
            lost++;
        } finally {
            handing = false;
        }
    }

    /** Waits until there is room for it; false if nobody wants it any more. */
    private boolean isTaken(T message) {
        boolean interrupted = false;
        int lag = -1;
        while (lag < 0 && !abandoned) {
            // An interrupt is for the handlers: here it would only keep the thread from waiting.
            interrupted |= Thread.interrupted();
            // Not as long as it takes: whoever waits there has the lock that an end needs.
            lag = publisher.offer(message, LOOK_MILLIS, TimeUnit.MILLISECONDS, null);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return lag >= 0;
    }

    /** The connection is over, and all that came by it was handed on. */
    void end(CloseReason reason) {
        if (ended.getAndSet(true)) {
            return;
        }
        boolean whole =
                reason.kind() == CloseReason.Kind.LOCAL || reason.kind() == CloseReason.Kind.REMOTE;
        if (!whole) {
            fail(reason.text());
        } else if (lost > 0) {
            fail("it was closed before the subscriber had taken all");
        } else {
            publisher.close();
        }
    }

    /** The user closes the connection: a subscriber that asks for nothing holds up nobody. */
    void abandon() {
        abandoned = true;
        if (handing && !ended.getAndSet(true)) {
            fail("it was closed before the subscriber had taken all");
        }
    }

    private void fail(String text) {
        publisher.closeExceptionally(
                new ConnectionClosedException(peer + ": The connection has ended: " + text));
    }

    /** Sees when the subscriber cancels; all else is between it and the publisher. */
    private record Taker<T>(Flow.Subscriber<? super T> subscriber, Runnable onCancel)
            implements Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(
                    new Flow.Subscription() {
                        @Override
                        public void request(long count) {
                            subscription.request(count);
                        }

                        @Override
                        public void cancel() {
                            subscription.cancel();
                            onCancel.run();
                        }
                    });
        }

        @Override
        public void onNext(T item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable reason) {
            subscriber.onError(reason);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
