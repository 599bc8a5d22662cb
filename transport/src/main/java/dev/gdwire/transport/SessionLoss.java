package dev.gdwire.transport;

/**
 * A session ended otherwise than by a close that both sides know of.
 *
 * @param reason why
 * @param unacknowledged how many messages of this side the peer has not acknowledged: each of them
 *     may have been delivered, or not
 */
public record SessionLoss(String reason, int unacknowledged) {}
