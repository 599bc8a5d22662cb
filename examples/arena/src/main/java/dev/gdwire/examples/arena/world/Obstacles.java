package dev.gdwire.examples.arena.world;

import java.util.ArrayList;
import java.util.List;

/** The round obstacles of an episode: further apart than an agent is wide. Immutable. */
public final class Obstacles {
    private final List<Obstacle> all;

    /**
     * One obstacle.
     *
     * @param x its centre, in metres from the left
     * @param y its centre, in metres from the top
     * @param radius its radius in metres
     */
    public record Obstacle(double x, double y, double radius) {}

    private Obstacles(List<Obstacle> all) {
        this.all = List.copyOf(all);
    }

    static Obstacles place(Pcg32 random) {
        List<Obstacle> placed = new ArrayList<>();
        for (int attempt = 0; attempt < ArenaRules.ATTEMPTS; attempt++) {
            double smallest = ArenaRules.SMALLEST_OBSTACLE;
            double radius = random.between(smallest, smallest + ArenaRules.OBSTACLE_SPREAD);
            double margin = radius + ArenaRules.OBSTACLE_GAP;
            double x = random.between(margin, ArenaRules.WIDTH - margin);
            double y = random.between(margin, ArenaRules.HEIGHT - margin);
            if (placed.size() < ArenaRules.OBSTACLES && isFree(placed, x, y, margin)) {
                placed.add(new Obstacle(x, y, radius));
            }
        }
        return new Obstacles(placed);
    }

    /** The obstacles, in the order in which they were placed. */
    public List<Obstacle> all() {
        return all;
    }

    boolean isFree(double x, double y, double clearance) {
        return isFree(all, x, y, clearance);
    }

    private static boolean isFree(List<Obstacle> placed, double x, double y, double clearance) {
        for (Obstacle obstacle : placed) {
            double dx = x - obstacle.x();
            double dy = y - obstacle.y();
            double apart = obstacle.radius() + clearance;
            if (dx * dx + dy * dy < apart * apart) {
                return false;
            }
        }
        return true;
    }
}
