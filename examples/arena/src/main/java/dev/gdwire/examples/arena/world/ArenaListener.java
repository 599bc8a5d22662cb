package dev.gdwire.examples.arena.world;

/** Hears what happens in an {@link ArenaWorld}, on the thread that steps it. */
public interface ArenaListener {
    /** An agent reached its target, which stood at (x, y), after a number of steps. */
    void targetReached(int agent, double x, double y, int steps);

    /** An agent ran into an obstacle at (x, y) with a speed in metres a second. */
    void obstacleHit(int agent, double x, double y, double speed);
}
