package dev.gdwire.examples.arena.learn;

import java.util.Locale;
import java.util.Optional;

/** Writes how far a training is as one line of at most 79 columns. */
public final class ProgressLine {
    private static final int BAR = 10;

    private ProgressLine() {}

    /**
     * Such as {@code [=====> ] 45% 7,680 steps 2,345/s | gen 12 reward mean 12.3 best 40.1}.
     *
     * @param last the newest generation that has ended
     */
    public static String of(TrainingProgress progress, Optional<Generation> last) {
        StringBuilder line = new StringBuilder(bar(progress.share()));
        line.append(format(" %3d%%", Math.round(Math.floor(progress.share() * 100.0))));
        line.append(format(" %,d steps %,.0f/s", progress.steps(), progress.stepsPerSecond()));
        last.ifPresent(generation -> append(line, generation));
        return line.toString();
    }

    private static void append(StringBuilder line, Generation generation) {
        Summary rewards = generation.rewards();
        line.append(
                format(
                        " | gen %d reward %.1f, best %.1f",
                        generation.number(), rewards.mean(), rewards.best()));
    }

    private static String bar(double share) {
        int full = (int) Math.floor(share * BAR);
        String head = full < BAR ? ">" : "";
        String rest = " ".repeat(Math.max(0, BAR - full - 1));
        return "[" + "=".repeat(full) + head + rest + "]";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
