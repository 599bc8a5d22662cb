package dev.gdwire.transport.internal;

import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The requests of this side that wait for an answer; each is completed exactly once. */
public final class Requests {
    private record Waiting(
            long id, String replyTag, long deadline, Consumer<? super Outcome> completion) {}

    /**
     * A completion has thrown.
     *
     * @param id of its request
     */
    public record Fault(long id, Throwable cause) {}

    private final Map<Long, Waiting> byId = new HashMap<>();
    private final TreeSet<Waiting> byDeadline =
            new TreeSet<>(
                    Comparator.comparingLong(Waiting::deadline).thenComparingLong(Waiting::id));
    private long lastId;

    /** How many wait; most often none, and then nothing else is looked at. */
    private int size;

    /** A table without requests. */
    public Requests() {
        this(0);
    }

    private Requests(long lastId) {
        this.lastId = lastId;
    }

    /** An empty table that never names a request as this one has: users may still hold its ids. */
    Requests next() {
        return new Requests(lastId);
    }

    /** The id that the next request gets. */
    long nextId() {
        return lastId + 1;
    }

    /** Whether this side has ever used an id. */
    boolean wasUsed(long id) {
        return id >= 1 && id <= lastId;
    }

    /** Adds a request under the next id. */
    void add(String replyTag, long deadline, Consumer<? super Outcome> completion) {
        lastId++;
        Waiting waiting = new Waiting(lastId, replyTag, deadline, completion);
        byId.put(lastId, waiting);
        byDeadline.add(waiting);
        size++;
    }

    /** The tag of the reply that a waiting request expects; null when none of that id waits. */
    @Nullable String replyTag(long id) {
        Waiting waiting = byId.get(id);
        return waiting == null ? null : waiting.replyTag();
    }

    /** Completes a request; false when it does not wait any more. */
    public boolean complete(long id, Outcome outcome) {
        Waiting waiting = byId.remove(id);
        if (waiting == null) {
            return false;
        }
        byDeadline.remove(waiting);
        size--;
        waiting.completion().accept(outcome);
        return true;
    }

    /**
     * Completes the requests whose time is up.
     *
     * @return what completions threw, which others have not met
     */
    public List<Fault> expire(long now) {
        List<Fault> faults = new ArrayList<>();
        while (!byDeadline.isEmpty() && byDeadline.first().deadline() <= now) {
            complete(byDeadline.first().id(), new Outcome.TimedOut(), faults);
        }
        return faults;
    }

    /**
     * Completes all of them, the oldest first: the connection is over.
     *
     * @return what completions threw, which others have not met
     */
    public List<Fault> end(CloseReason reason) {
        List<Fault> faults = new ArrayList<>();
        List<Long> ids = new ArrayList<>(byId.keySet());
        ids.sort(null);
        ids.forEach(id -> complete(id, new Outcome.Ended(reason), faults));
        return faults;
    }

    private void complete(long id, Outcome outcome, List<Fault> faults) {
        try {
            complete(id, outcome);
        } catch (RuntimeException | Error e) {
            // The user's fault: it is told of when all that wait have ended.
            faults.add(new Fault(id, e));
        }
    }

    /** When the next request runs out of time. */
    public OptionalLong nextDeadline() {
        return size == 0 ? OptionalLong.empty() : OptionalLong.of(byDeadline.first().deadline());
    }

    /** How many wait. */
    public int size() {
        return size;
    }
}
