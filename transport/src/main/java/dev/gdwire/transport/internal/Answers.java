package dev.gdwire.transport.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The peer's requests that this side has still to answer, each once. */
final class Answers {
    private final Map<Long, String> replyTags = new HashMap<>();

    /** Notes a request; false when one of the same id is open. */
    boolean open(long id, String replyTag) {
        return replyTags.putIfAbsent(id, replyTag) == null;
    }

    /** The tag of the reply that a request expects; null when it is not open. */
    @Nullable String replyTag(long id) {
        return replyTags.get(id);
    }

    /** Notes that a request was answered; false when it was not open. */
    boolean close(long id) {
        return replyTags.remove(id) != null;
    }
}
