package dev.gdwire.client.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.transport.CloseReason;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The subscribers of one connection's messages. Safe for use by many threads. */
final class Feeds {
    private final List<Feed<?>> feeds = new CopyOnWriteArrayList<>();
    private final String peer;
    private volatile @Nullable CloseReason over;

    Feeds(String peer) {
        this.peer = peer;
    }

    /** Publishes the messages of a type, from when somebody subscribes. */
    <T extends Message> Flow.Publisher<T> of(Class<T> type) {
        Objects.requireNonNull(type, "type");
        return subscriber -> {
            Feed<T> feed = new Feed<>(type, subscriber, peer, feeds::remove);
            feeds.add(feed);
            CloseReason reason = over;
            if (reason != null) {
                feed.end(reason);
            }
        };
    }

    /** Those that take a message; most often there are none at all. */
    List<Feed<?>> of(Message message) {
        return feeds.isEmpty()
                ? List.of()
                : feeds.stream().filter(feed -> feed.takes(message)).toList();
    }

    /** The connection is over, and all that came by it was handed on. */
    void end(CloseReason reason) {
        over = reason;
        feeds.forEach(feed -> feed.end(reason));
    }

    /** The user closes the connection. */
    void abandon() {
        feeds.forEach(Feed::abandon);
    }
}
