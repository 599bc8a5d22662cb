/**
 * The rules of the arena, without a game engine: the twin of the game's own {@code arena_world.gd}.
 */
@NullMarked
package dev.gdwire.examples.arena.world;

import org.jspecify.annotations.NullMarked;
