package dev.gdwire.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an acceptor's peers, by their names: where a peer finds its session again that
 * connects once more. Safe for use by many threads.
 *
 * <p>A session stays here until it ends; one that has no connection ends {@link
 * SessionOptions#resumeTimeout} after it lost its last.
 */
public final class SessionKeeper {
    private final Map<String, LastingConnection> byId = new ConcurrentHashMap<>();

    /** A keeper of no sessions. */
    public SessionKeeper() {}

    /** How many sessions there are, with and without a connection. */
    public int size() {
        return byId.size();
    }

    void put(String id, LastingConnection connection) {
        byId.put(id, connection);
    }

    // Names are random, and hashed before they are compared: how long a look takes tells nothing.
    @Nullable LastingConnection find(String id) {
        return byId.get(id);
    }

    void remove(LastingConnection connection) {
        byId.values().remove(connection);
    }
}
