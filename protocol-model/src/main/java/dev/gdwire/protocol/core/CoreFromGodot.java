package dev.gdwire.protocol.core;

import dev.gdwire.protocol.FromGodot;

/** A message of the core set that Godot may send. */
public sealed interface CoreFromGodot extends CoreMessage, FromGodot
        permits Error, Fingerprints, Hello, Ping, Pong, Reject, Welcome {}
