package dev.gdwire.client.internal;

import dev.gdwire.client.OverflowPolicy;
import dev.gdwire.transport.LinkOptions;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a session is made with.
 *
 * @param link limits of the driver
 * @param inboxSize how many messages that nobody handles are kept
 * @param overflow what happens to more of them
 * @param executor what runs the handlers; null: a thread of the connection's own
 * @param sharedThreads how many threads all peers of a server share; 0: each has its own
 * @param observation who watches its connections
 */
public record Settings(
        LinkOptions link,
        int inboxSize,
        OverflowPolicy overflow,
        @Nullable Executor executor,
        int sharedThreads,
        Observation observation) {
    /** The usual ones. */
    public static final Settings DEFAULT =
            new Settings(
                    LinkOptions.DEFAULT,
                    1024,
                    OverflowPolicy.DROP_OLDEST,
                    null,
                    0,
                    Observation.NONE);

    public Settings {
        if (inboxSize < 1) {
            throw new IllegalArgumentException("An inbox holds at least 1 message: " + inboxSize);
        }
    }

    /** The same with other limits of the driver. */
    public Settings withLink(LinkOptions value) {
        return new Settings(value, inboxSize, overflow, executor, sharedThreads, observation);
    }

    /** The same with another inbox. */
    public Settings withInbox(int size, OverflowPolicy policy) {
        return new Settings(link, size, policy, executor, sharedThreads, observation);
    }

    /** The same with something else that runs the handlers. */
    public Settings withExecutor(Executor value) {
        return new Settings(link, inboxSize, overflow, value, sharedThreads, observation);
    }

    /** The same with so many threads for all peers. */
    public Settings withSharedThreads(int threads) {
        return new Settings(link, inboxSize, overflow, executor, threads, observation);
    }

    /** The same, watched by others. */
    public Settings withObservation(Observation value) {
        return new Settings(link, inboxSize, overflow, executor, sharedThreads, value);
    }
}
