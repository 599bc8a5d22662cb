package dev.gdwire.transport.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The peer's requests that this side has still to answer, each once. Most peers have one open at a
 * time: that one needs no objects.
 */
final class Answers {
    private static final long NONE = 0;

    /** An id has so many bits. */
    private static final int ID_BITS = 53;

    /** Above the id, in each handle. */
    private final long session;

    /** One that is open; the others are in the map. */
    private long one = NONE;

    private String oneTag = "";
    private @Nullable Map<Long, String> others;

    /** Those of a session, which has another number than others of the same engine. */
    Answers(long session) {
        this.session = session << ID_BITS;
    }

    /**
     * What names a request of this session, and none of another: a handler that answers one of a
     * session that was lost must not answer that of the same id in the next.
     */
    long handle(long id) {
        return session | id;
    }

    /** The peer's name of a request. */
    static long id(long handle) {
        return handle & (1L << ID_BITS) - 1;
    }

    /** Notes a request by its handle; false when one of the same id is open. */
    boolean open(long handle, String replyTag) {
        if (replyTag(handle) != null) {
            return false;
        }
        if (one != NONE) {
            others = Objects.requireNonNullElseGet(others, HashMap::new);
            others.put(handle, replyTag);
            return true;
        }
        one = handle;
        if (!oneTag.equals(replyTag)) {
            // Not the same again and again: the collector has to look at each that is written.
            oneTag = replyTag;
        }
        return true;
    }

    /** The tag of the reply that a request expects; null when it is not open. */
    @Nullable String replyTag(long handle) {
        if (handle == one && handle != NONE) {
            return oneTag;
        }
        return others == null ? null : others.get(handle);
    }

    /** How many are open. */
    int size() {
        return (one == NONE ? 0 : 1) + (others == null ? 0 : others.size());
    }

    /** Notes that a request was answered; false when it was not open. */
    boolean close(long handle) {
        if (handle == one && handle != NONE) {
            one = NONE;
            return true;
        }
        return others != null && others.remove(handle) != null;
    }
}
