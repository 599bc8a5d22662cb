package dev.gdwire.protocol.core;

/** A sign of life. */
public record Ping(long nonce) implements CoreFromJava, CoreFromGodot {}
