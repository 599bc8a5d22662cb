package dev.gdwire.transport;

/** What kind of trouble a {@link Problem} is. */
public enum ProblemKind {
    /** A line is no JSON object in UTF-8. */
    MALFORMED,
    /** A line is over the limit. */
    TOO_LONG,
    /** The stream ended in the middle of a line. */
    TRUNCATED,
    /** A message has no tag, or one that nobody here knows. */
    UNKNOWN_TYPE,
    /** A message does not fit its schema. */
    INVALID_MESSAGE,
    /** A message that only this side may send came in. */
    WRONG_DIRECTION,
    /** An answer to no request that waits, or a message at the wrong time. */
    UNEXPECTED,
    /** A request of the peer's beyond those that may be open at once. */
    TOO_MANY_REQUESTS,
    /** A request for which there is no handler. */
    NO_HANDLER,
    /** A handler of this side threw an exception. */
    HANDLER_FAILED,
    /** The peer reported that it could not use a line of this side. */
    REMOTE_ERROR,
    /** The peers' schemas differ. */
    DIFFERENT_SCHEMAS,
    /** Messages were dropped because nobody received them. */
    INBOX_FULL,
    /** Lines were never sent. */
    NOT_SENT,
    /** A session ended, and what was sent in it may not have been delivered. */
    SESSION_LOST,
    /** The connection could not be made, was refused, or broke. */
    CONNECTION
}
