package dev.gdwire.examples.arena.learn;

/** Watches a training, on its thread. */
public interface TrainingListener {
    /** Called after each step of the environment. */
    void stepped(TrainingProgress progress);

    /** Called after each generation. */
    void generationEnded(Generation generation);

    /** Called at the end of the training. */
    void ended(TrainingProgress progress);
}
