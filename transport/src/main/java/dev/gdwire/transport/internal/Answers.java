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

    /** One that is open; the others are in the map. */
    private long one = NONE;

    private String oneTag = "";
    private @Nullable Map<Long, String> others;

    /** Notes a request, whose id is from 1; false when one of the same id is open. */
    boolean open(long id, String replyTag) {
        if (replyTag(id) != null) {
            return false;
        }
        if (one != NONE) {
            others = Objects.requireNonNullElseGet(others, HashMap::new);
            others.put(id, replyTag);
            return true;
        }
        one = id;
        if (!oneTag.equals(replyTag)) {
            // Not the same again and again: the collector has to look at each that is written.
            oneTag = replyTag;
        }
        return true;
    }

    /** The tag of the reply that a request expects; null when it is not open. */
    @Nullable String replyTag(long id) {
        if (id == one && id != NONE) {
            return oneTag;
        }
        return others == null ? null : others.get(id);
    }

    /** How many are open. */
    int size() {
        return (one == NONE ? 0 : 1) + (others == null ? 0 : others.size());
    }

    /** Notes that a request was answered; false when it was not open. */
    boolean close(long id) {
        if (id == one && id != NONE) {
            one = NONE;
            return true;
        }
        return others != null && others.remove(id) != null;
    }
}
