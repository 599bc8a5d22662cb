package dev.gdwire.client;

/** What happens to messages that nobody handles or receives, once the inbox is full. */
public enum OverflowPolicy {
    /** The oldest message is dropped, and a problem is reported. */
    DROP_OLDEST,
    /** The newest message is dropped, and a problem is reported. */
    DROP_NEWEST,
    /** A problem is reported and the connection is closed. */
    CLOSE
}
