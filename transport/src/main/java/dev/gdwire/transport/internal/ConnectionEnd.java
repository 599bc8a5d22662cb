package dev.gdwire.transport.internal;

import dev.gdwire.transport.CloseReason;

/** How what the peer says can end the connection. */
public interface ConnectionEnd {
    /** The connection is of no use any more; a session may be resumed with another. */
    void broken(String text);

    /** The peer has ended it, for good. */
    void ended(CloseReason reason);

    /** The session, if there is one, cannot go on. */
    void lost(String text);

    /** The peer says that it may be silent for so many milliseconds; 0: until it is back. */
    void away(long millis);
}
