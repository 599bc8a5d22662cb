package dev.gdwire.examples.arena.world;

/** Actions as {@code tests/print_episode.gd} draws them, some of them out of bounds. */
final class RandomActions {
    private RandomActions() {}

    static float[][] draw(Pcg32 random) {
        float[][] actions = new float[ArenaRules.AGENTS][ArenaRules.ACTION_SIZE];
        for (float[] action : actions) {
            for (int index = 0; index < action.length; index++) {
                action[index] = (float) random.between(-1.25, 1.25);
            }
        }
        return actions;
    }
}
