package dev.gdwire.protocol;

/** A message that the Java side may send: its schema says {@code "from": "java"} or both. */
public interface FromJava extends Message {}
