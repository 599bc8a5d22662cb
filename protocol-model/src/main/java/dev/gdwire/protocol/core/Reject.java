package dev.gdwire.protocol.core;

/** Refuses a hello or a welcome. */
public record Reject(RejectCode code, String message) implements CoreFromJava, CoreFromGodot {}
