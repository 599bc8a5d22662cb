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
 */
public record Settings(
        LinkOptions link, int inboxSize, OverflowPolicy overflow, @Nullable Executor executor) {
    /** The usual ones. */
    public static final Settings DEFAULT =
            new Settings(LinkOptions.DEFAULT, 1024, OverflowPolicy.DROP_OLDEST, null);

    public Settings {
        if (inboxSize < 1) {
            throw new IllegalArgumentException("An inbox holds at least 1 message: " + inboxSize);
        }
    }
}
