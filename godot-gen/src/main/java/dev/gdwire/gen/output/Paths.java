package dev.gdwire.gen.output;

import java.util.Arrays;

/** Checks paths below an output folder. */
final class Paths {
    private Paths() {}

    /** Whether a path with forward slashes stays below the folder it starts from. */
    static boolean isInside(String path) {
        boolean plain = path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':');
        return plain
                && !path.isEmpty()
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    }
}
