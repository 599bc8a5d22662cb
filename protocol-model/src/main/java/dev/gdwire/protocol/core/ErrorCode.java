package dev.gdwire.protocol.core;

/** What was wrong. */
public enum ErrorCode {
    MALFORMED,
    TOO_LONG,
    TRUNCATED,
    UNKNOWN_TYPE,
    INVALID_MESSAGE,
    WRONG_DIRECTION,
    UNEXPECTED,
    NO_HANDLER,
    HANDLER_FAILED
}
