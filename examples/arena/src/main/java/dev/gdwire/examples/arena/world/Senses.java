package dev.gdwire.examples.arena.world;

import static dev.gdwire.examples.arena.world.ArenaRules.AGENT_RADIUS;
import static dev.gdwire.examples.arena.world.ArenaRules.SENSE;

import dev.gdwire.examples.arena.world.Obstacles.Obstacle;
import org.jspecify.annotations.Nullable;

/** What an agent observes: its target, its velocity and the two nearest obstacles in range. */
final class Senses {
    private Senses() {}

    static float[] observe(ArenaAgent agent, Obstacles obstacles) {
        double nearestSurface = SENSE;
        double secondSurface = SENSE;
        Obstacle nearest = null;
        Obstacle second = null;
        for (Obstacle obstacle : obstacles.all()) {
            double surface = surface(agent, obstacle);
            if (surface < nearestSurface) {
                secondSurface = nearestSurface;
                second = nearest;
                nearestSurface = surface;
                nearest = obstacle;
            } else if (surface < secondSurface) {
                secondSurface = surface;
                second = obstacle;
            }
        }
        float[] values = new float[ArenaRules.OBSERVATION_SIZE];
        double far = Math.max(agent.distance(), ArenaRules.NEAR_TARGET);
        values[0] = (float) ((agent.targetX() - agent.x()) / far);
        values[1] = (float) ((agent.targetY() - agent.y()) / far);
        values[2] = (float) (agent.velocityX() / ArenaRules.MAX_SPEED);
        values[3] = (float) (agent.velocityY() / ArenaRules.MAX_SPEED);
        sense(values, 4, agent, nearest, nearestSurface);
        sense(values, 6, agent, second, secondSurface);
        return values;
    }

    /** The gap between the two, or the range's end when it is wider. */
    private static double surface(ArenaAgent agent, Obstacle obstacle) {
        double dx = obstacle.x() - agent.x();
        double dy = obstacle.y() - agent.y();
        double squared = dx * dx + dy * dy;
        if (squared >= ArenaRules.SENSE_SQUARED) {
            return SENSE;
        }
        return Math.sqrt(squared) - obstacle.radius() - AGENT_RADIUS;
    }

    /** The direction of an obstacle, the longer the nearer it is: 1 when touched. */
    private static void sense(
            float[] values, int at, ArenaAgent agent, @Nullable Obstacle obstacle, double surface) {
        if (obstacle == null) {
            return;
        }
        double closeness = 1.0 - Math.max(surface, 0.0) / SENSE;
        double distance = surface + obstacle.radius() + AGENT_RADIUS;
        values[at] = (float) ((obstacle.x() - agent.x()) / distance * closeness);
        values[at + 1] = (float) ((obstacle.y() - agent.y()) / distance * closeness);
    }
}
