package dev.gdwire.protocol.core;

/** A protocol that a peer speaks. */
public record Offer(String name, String version, String fingerprint) {}
