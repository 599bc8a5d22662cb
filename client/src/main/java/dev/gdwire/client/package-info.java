/** Clients and servers that talk with Godot games. */
@NullMarked
package dev.gdwire.client;

import org.jspecify.annotations.NullMarked;
