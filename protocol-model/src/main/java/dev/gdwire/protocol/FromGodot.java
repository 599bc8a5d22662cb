package dev.gdwire.protocol;

/** A message that the Godot side may send: its schema says {@code "from": "godot"} or both. */
public interface FromGodot extends Message {}
