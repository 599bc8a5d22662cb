/** A small learner, and the chart of what it learned. It knows nothing of the game or the wire. */
@NullMarked
package dev.gdwire.examples.arena.learn;

import org.jspecify.annotations.NullMarked;
