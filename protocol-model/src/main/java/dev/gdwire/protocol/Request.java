package dev.gdwire.protocol;

/**
 * A message that is answered by one other: its schema names a {@code reply}.
 *
 * @param <R> the message that answers it
 */
public interface Request<R extends Message> extends Message {}
