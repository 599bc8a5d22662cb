/**
 * The soak: two peers with a session send each other numbered messages as fast as they can, over
 * connections that break all the time, and check that each comes once, in order and as it was.
 */
@NullMarked
package dev.gdwire.cli.soak;

import org.jspecify.annotations.NullMarked;
