package dev.gdwire.examples.arena.world;

import java.util.List;

/**
 * The numbers of the game, the same as in {@code arena_world.gd}. Lengths are in metres, time in
 * seconds. Each is exact in binary, so that no parser can change it.
 */
public final class ArenaRules {
    /** Name of the environment. */
    public static final String NAME = "arena";

    /** Width of the room. */
    public static final double WIDTH = 16.0;

    /** Height of the room. */
    public static final double HEIGHT = 9.0;

    /** Agents that play at once, each for itself. */
    public static final int AGENTS = 8;

    /** Steps of an episode. */
    public static final int MAX_STEPS = 120;

    /** What each number of an observation means; all are within -1..1. */
    public static final List<String> OBSERVATION_LABELS =
            List.of(
                    "target x",
                    "target y",
                    "velocity x",
                    "velocity y",
                    "nearest obstacle x",
                    "nearest obstacle y",
                    "second obstacle x",
                    "second obstacle y");

    /** What each number of an action means; all are within -1..1. */
    public static final List<String> ACTION_LABELS = List.of("thrust x", "thrust y");

    /** Numbers of an observation. */
    public static final int OBSERVATION_SIZE = OBSERVATION_LABELS.size();

    /** Numbers of an action. */
    public static final int ACTION_SIZE = ACTION_LABELS.size();

    /** Duration of a physics tick. */
    public static final double TICK = 0.0625;

    /** Size of an agent. */
    public static final double AGENT_RADIUS = 0.25;

    /** Distance at which a target counts as reached. */
    public static final double TARGET_RADIUS = 0.5;

    /** Largest speed of an agent. */
    public static final double MAX_SPEED = 4.0;

    /** Change of speed in a tick at full action. */
    static final double THRUST = 0.5;

    /** Share of the speed that drag leaves in a tick. */
    static final double KEEP = 0.96875;

    static final double REACH_BONUS = 5.0;
    static final double HIT_PENALTY = 2.0;

    /** Targets further off than this are observed as a mere direction. */
    static final double NEAR_TARGET = 2.0;

    /** Obstacles further off than this are not observed. */
    static final double SENSE = 2.0;

    /** The range of sense, the largest obstacle and the agent together, squared. */
    static final double SENSE_SQUARED = 10.5625;

    static final int OBSTACLES = 7;
    static final double SMALLEST_OBSTACLE = 0.5;
    static final double OBSTACLE_SPREAD = 0.5;
    static final double OBSTACLE_GAP = 1.0;
    static final double CLEARANCE = 0.75;
    static final double NEW_TARGET_DISTANCE = 4.0;
    static final int ATTEMPTS = 64;

    private ArenaRules() {}
}
