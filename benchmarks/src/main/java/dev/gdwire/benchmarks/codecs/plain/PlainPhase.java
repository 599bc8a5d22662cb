package dev.gdwire.benchmarks.codecs.plain;

/** What an agent is about. */
public enum PlainPhase {
    EXPLORE,
    PURSUE,
    RETREAT
}
