/**
 * Godot's own types, as records. On the wire the numbers of a vector, colour or transform are one
 * flat list; {@code of} and {@code toArray} know that form, and so do stock Jackson mappers.
 */
@NullMarked
package dev.gdwire.protocol.godot;

import org.jspecify.annotations.NullMarked;
