package dev.gdwire.protocol.core;

/** A sign of life. */
public record Pong(long nonce) implements CoreFromJava, CoreFromGodot {}
