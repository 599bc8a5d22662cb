package dev.gdwire.protocol.core;

import dev.gdwire.protocol.FromJava;

/** A message of the core set that Java may send. */
public sealed interface CoreFromJava extends CoreMessage, FromJava
        permits Error, Fingerprints, Hello, Ping, Pong, Reject, Welcome {}
