package dev.gdwire.protocol.core;

/** Why the peer was refused. */
public enum RejectCode {
    WIRE_VERSION,
    NO_COMMON_PROTOCOL,
    PROTOCOL_VERSION,
    FINGERPRINT,
    NOT_A_HELLO,
    TOO_LATE,
    BUSY
}
