/** The demo: starts the game, learns to play it through typed messages, and draws how it went. */
@NullMarked
package dev.gdwire.examples.arena;

import org.jspecify.annotations.NullMarked;
