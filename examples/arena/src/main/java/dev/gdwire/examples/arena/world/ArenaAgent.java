package dev.gdwire.examples.arena.world;

import static dev.gdwire.examples.arena.world.ArenaRules.AGENT_RADIUS;
import static dev.gdwire.examples.arena.world.ArenaRules.CLEARANCE;
import static dev.gdwire.examples.arena.world.ArenaRules.HEIGHT;
import static dev.gdwire.examples.arena.world.ArenaRules.MAX_SPEED;
import static dev.gdwire.examples.arena.world.ArenaRules.TICK;
import static dev.gdwire.examples.arena.world.ArenaRules.WIDTH;

import dev.gdwire.examples.arena.world.Obstacles.Obstacle;

/** One agent and its target. The arithmetic is that of {@code arena_world.gd}, in its order. */
final class ArenaAgent {
    private final int index;
    private final Obstacles obstacles;
    private final Pcg32 random;
    private final ArenaListener listener;

    private double x;
    private double y;
    private double velocityX;
    private double velocityY;
    private double targetX;
    private double targetY;
    private double distance;
    private int targetSince;
    private double reward;
    private boolean touching;

    ArenaAgent(int index, Obstacles obstacles, Pcg32 random, ArenaListener listener) {
        this.index = index;
        this.obstacles = obstacles;
        this.random = random;
        this.listener = listener;
        double[] start = freePoint();
        x = start[0];
        y = start[1];
        placeTarget(0);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double velocityX() {
        return velocityX;
    }

    double velocityY() {
        return velocityY;
    }

    double targetX() {
        return targetX;
    }

    double targetY() {
        return targetY;
    }

    double distance() {
        return distance;
    }

    double reward() {
        return reward;
    }

    void clearReward() {
        reward = 0.0;
    }

    void move(double actionX, double actionY, int step) {
        double vx = (velocityX + actionX * ArenaRules.THRUST) * ArenaRules.KEEP;
        double vy = (velocityY + actionY * ArenaRules.THRUST) * ArenaRules.KEEP;
        double speed = Math.sqrt(vx * vx + vy * vy);
        if (speed > MAX_SPEED) {
            double scale = MAX_SPEED / speed;
            vx = vx * scale;
            vy = vy * scale;
            speed = MAX_SPEED;
        }
        double px = x + vx * TICK;
        double py = y + vy * TICK;
        if (px < AGENT_RADIUS || px > WIDTH - AGENT_RADIUS) {
            px = clamp(px, AGENT_RADIUS, WIDTH - AGENT_RADIUS);
            vx = 0.0;
        }
        if (py < AGENT_RADIUS || py > HEIGHT - AGENT_RADIUS) {
            py = clamp(py, AGENT_RADIUS, HEIGHT - AGENT_RADIUS);
            vy = 0.0;
        }
        x = px;
        y = py;
        velocityX = vx;
        velocityY = vy;
        collide(speed);
        score(step);
    }

    private void collide(double speed) {
        for (Obstacle obstacle : obstacles.all()) {
            double dx = x - obstacle.x();
            double dy = y - obstacle.y();
            double touch = obstacle.radius() + AGENT_RADIUS;
            double squared = dx * dx + dy * dy;
            if (squared < touch * touch) {
                slide(obstacle, dx, dy, Math.sqrt(squared), speed);
                return;
            }
        }
        touching = false;
    }

    /** Takes away the part of the velocity that points into the obstacle. */
    private void slide(
            Obstacle obstacle, double dx, double dy, double distanceToCentre, double speed) {
        double normalX = distanceToCentre > 0.0 ? dx / distanceToCentre : 1.0;
        double normalY = distanceToCentre > 0.0 ? dy / distanceToCentre : 0.0;
        double touch = obstacle.radius() + AGENT_RADIUS;
        x = obstacle.x() + normalX * touch;
        y = obstacle.y() + normalY * touch;
        double inward = velocityX * normalX + velocityY * normalY;
        velocityX = velocityX - normalX * inward;
        velocityY = velocityY - normalY * inward;
        if (!touching) {
            touching = true;
            reward -= ArenaRules.HIT_PENALTY;
            listener.obstacleHit(index, x, y, speed);
        }
    }

    private void score(int step) {
        double dx = targetX - x;
        double dy = targetY - y;
        double now = Math.sqrt(dx * dx + dy * dy);
        reward += distance - now;
        distance = now;
        if (now < ArenaRules.TARGET_RADIUS) {
            reward += ArenaRules.REACH_BONUS;
            listener.targetReached(index, targetX, targetY, step - targetSince);
            placeTarget(step);
        }
    }

    private void placeTarget(int step) {
        double squared = 0.0;
        double far = ArenaRules.NEW_TARGET_DISTANCE * ArenaRules.NEW_TARGET_DISTANCE;
        for (int attempt = 0; attempt < ArenaRules.ATTEMPTS && squared < far; attempt++) {
            double[] point = freePoint();
            targetX = point[0];
            targetY = point[1];
            double dx = targetX - x;
            double dy = targetY - y;
            squared = dx * dx + dy * dy;
        }
        distance = Math.sqrt(squared);
        targetSince = step;
    }

    /** Obstacles cover a sixth of the room at most: the attempts end early. */
    private double[] freePoint() {
        double[] point = new double[2];
        for (int attempt = 0; attempt < ArenaRules.ATTEMPTS; attempt++) {
            point[0] = random.between(CLEARANCE, WIDTH - CLEARANCE);
            point[1] = random.between(CLEARANCE, HEIGHT - CLEARANCE);
            if (obstacles.isFree(point[0], point[1], CLEARANCE)) {
                return point;
            }
        }
        return point;
    }

    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
