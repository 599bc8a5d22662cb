package dev.gdwire.protocol.core;

import dev.gdwire.protocol.Message;

/** A message of the core set. */
public sealed interface CoreMessage extends Message permits CoreFromJava, CoreFromGodot {}
