package dev.gdwire.protocol;

/**
 * A message that a generated protocol can encode and decode. Every implementation is a generated,
 * immutable record that was validated when it was made.
 */
public interface Message {}
