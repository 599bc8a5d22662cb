package dev.gdwire.examples.arena.learn;

/**
 * One generation of a training.
 *
 * @param number its number, from 1
 * @param steps steps of the environment played until its end, since the training began
 * @param rewards rewards an episode of its candidates
 */
public record Generation(int number, long steps, Summary rewards) {}
