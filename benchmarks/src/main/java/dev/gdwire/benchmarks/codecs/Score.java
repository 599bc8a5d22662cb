package dev.gdwire.benchmarks.codecs;

/**
 * What a library took in one round.
 *
 * @param nanos of one message
 * @param bytes that were allocated for one message
 */
record Score(double nanos, double bytes) {}
