package dev.gdwire.client.internal;

import dev.gdwire.client.OverflowPolicy;
import dev.gdwire.transport.LinkOptions;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What a session is made with.
 *
 * @param link limits of the driver
 * @param inboundBytes how many bytes of messages may wait for handlers, and as many to be received
 * @param inboxSize how many messages that nobody handles are kept
 * @param overflow what happens to more of them
 * @param executor what runs the handlers; null: a thread of the connection's own
 * @param threads makes the threads of the connection's own
 * @param sharedThreads how many threads all peers of a server share; 0: each has its own
 * @param observation who watches its connections
 */
public record Settings(
        LinkOptions link,
        long inboundBytes,
        int inboxSize,
        OverflowPolicy overflow,
        @Nullable Executor executor,
        ThreadFactory threads,
        int sharedThreads,
        Observation observation) {
    /** The usual ones. */
    public static final Settings DEFAULT =
            new Settings(
                    LinkOptions.DEFAULT,
                    8L * 1024 * 1024,
                    1024,
                    OverflowPolicy.DROP_OLDEST,
                    null,
                    Settings::daemon,
                    0,
                    Observation.NONE);

    public Settings {
        Objects.requireNonNull(threads, "threads");
        if (inboxSize < 1 || inboundBytes < 1) {
            throw new IllegalArgumentException(
                    "There is room for at least 1 message and 1 byte: %d, %d"
                            .formatted(inboxSize, inboundBytes));
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /** Makes a thread of such a name, that has not started. */
    Thread newThread(Runnable task, String name) {
        @Nullable Thread thread = threads.newThread(task);
        if (thread == null) {
            throw new IllegalStateException(
                    "The thread factory made no thread for %s: it must make one each time."
                            .formatted(name));
        }
        thread.setName(name);
        return thread;
    }

    /** The same with other limits of the driver. */
    public Settings withLink(LinkOptions value) {
        return new Settings(
                value,
                inboundBytes,
                inboxSize,
                overflow,
                executor,
                threads,
                sharedThreads,
                observation);
    }

    /** The same with room for more or fewer bytes of messages that wait. */
    public Settings withInboundBytes(long bytes) {
        return new Settings(
                link, bytes, inboxSize, overflow, executor, threads, sharedThreads, observation);
    }

    /** The same with another inbox. */
    public Settings withInbox(int size, OverflowPolicy policy) {
        return new Settings(
                link, inboundBytes, size, policy, executor, threads, sharedThreads, observation);
    }

    /** The same with something else that runs the handlers. */
    public Settings withExecutor(Executor value) {
        return new Settings(
                link,
                inboundBytes,
                inboxSize,
                overflow,
                value,
                threads,
                sharedThreads,
                observation);
    }

    /** The same with another maker of threads. */
    public Settings withThreads(ThreadFactory value) {
        return new Settings(
                link,
                inboundBytes,
                inboxSize,
                overflow,
                executor,
                value,
                sharedThreads,
                observation);
    }

    /** The same with so many threads for all peers. */
    public Settings withSharedThreads(int count) {
        return new Settings(
                link, inboundBytes, inboxSize, overflow, executor, threads, count, observation);
    }

    /** The same, watched by others. */
    public Settings withObservation(Observation value) {
        return new Settings(
                link, inboundBytes, inboxSize, overflow, executor, threads, sharedThreads, value);
    }
}
