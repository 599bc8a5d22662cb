/** The friendly API: a client, a server and a Godot process to talk to. */
@NullMarked
package dev.gdwire.client;

import org.jspecify.annotations.NullMarked;
