package dev.gdwire.transport;

import dev.gdwire.protocol.core.RejectCode;

/** What becomes of a peer that has said hello. */
public sealed interface Admission {
    /** It is taken, and begins anew. */
    record Take() implements Admission {}

    /** It is refused. */
    record Refuse(RejectCode code, String text) implements Admission {}

    /** That is told later; the peer waits, at most as long as its handshake may take. */
    record Later() implements Admission {}
}
