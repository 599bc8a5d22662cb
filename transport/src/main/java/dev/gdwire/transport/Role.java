package dev.gdwire.transport;

/** Which end of a connection this side is. */
public enum Role {
    /** It connected, and says hello. */
    INITIATOR,
    /** It was connected to, and says welcome. */
    ACCEPTOR
}
