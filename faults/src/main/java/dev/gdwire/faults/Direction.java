package dev.gdwire.faults;

/** Which way bytes go. */
enum Direction {
    /** From who connected to the target. */
    UP,
    /** From the target to who connected. */
    DOWN
}
