package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers the events of a connection, for a test that waits for them. */
final class EventLog implements ConnectionListener {
    private static final int PATIENCE_SECONDS = 20;

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Override
    public void event(Event event) {
        // How far a peer is behind depends on the machine.
        if (!(event instanceof Event.HighWater || event instanceof Event.LowWater)) {
            events.add(event);
        }
    }

    /** The next event; the test fails when none comes. */
    Event next() throws InterruptedException {
        Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event within %d s", PATIENCE_SECONDS).isNotNull();
        return event;
    }

    /** The next event, which must be of a type. */
    <E extends Event> E next(Class<E> type) throws InterruptedException {
        return type.cast(assertThat(next()).isInstanceOf(type).actual());
    }
}
