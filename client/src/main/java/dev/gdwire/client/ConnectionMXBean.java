package dev.gdwire.client;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of an open connection for JMX: those of {@link dev.gdwire.transport.ConnectionStats}.
 */
public interface ConnectionMXBean {
    /** Address and port of the peer. */
    String getPeer();

    /** Bytes that came in. */
    long getBytesIn();

    /** Bytes that were handed to the system to be sent. */
    long getBytesOut();

    /** Lines that came in. */
    long getMessagesIn();

    /** Lines that were written. */
    long getMessagesOut();

    /** Bytes that wait to be taken by the peer. */
    long getQueuedBytes();

    /** Messages that may be dropped and wait to be written. */
    long getWaitingMessages();

    /** Messages that were dropped. */
    long getDroppedMessages();

    /** Requests of this side that wait for their answer. */
    long getWaitingRequests();

    /** Requests of the peer's that wait to be answered. */
    long getOpenRequests();

    /** Problems that were reported. */
    long getProblems();

    /** Nanoseconds of the latest ping and its answer; null before the first. */
    @Nullable Long getRoundTripNanos();

    /** How often the connection was replaced after a break. */
    long getReconnects();

    /** When the handshake was done, as in ISO 8601. */
    String getOpenSince();

    /** Asks the peer for a sign of life, for the round trip. */
    void ping();
}
