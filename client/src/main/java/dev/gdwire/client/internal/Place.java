package dev.gdwire.client.internal;

import org.jspecify.annotations.Nullable;

/** A connection's place among those that its side takes. Safe for use by many threads. */
interface Place {
    /** That of a connection which nobody counts: this side opened it. */
    Place UNCOUNTED =
            new Place() {
                @Override
                public @Nullable String refusal() {
                    return null;
                }

                @Override
                public void over() {}

                @Override
                public void leave() {}
            };

    /** The peer has said who it is: why it may not stay; null if it may, and is a peer now. */
    @Nullable String refusal();

    /** The connection is over, and its socket may still be open for a while. */
    void over();

    /** The socket is closed. */
    void leave();
}
