/** Clients and servers that talk with Godot games, and a Godot process to talk to. */
@NullMarked
package dev.gdwire.client;

import org.jspecify.annotations.NullMarked;
