package dev.gdwire.gen.output;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks paths below an output folder. */
final class Paths {
    /** Names that Windows keeps for devices, whatever follows a dot, and endings that it cuts. */
    private static final Pattern NOT_ON_WINDOWS =
            Pattern.compile(
                    "(con|prn|aux|nul|com[1-9]|lpt[1-9])(\\..*)?|.*[<>\"|?*].*|.*[. ]",
                    Pattern.CASE_INSENSITIVE);

    private Paths() {}

    /** Whether a path with forward slashes stays below the folder it starts from. */
    static boolean isInside(String path) {
        boolean plain = path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':');
        return plain
                && !path.isEmpty()
                && noStep(path, step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    }

    /** Whether Windows can have a file there. */
    static boolean isForWindows(String path) {
        return noStep(path, NOT_ON_WINDOWS.asMatchPredicate());
    }

    /** The same text for two paths that are one place on a disk that does not tell case. */
    static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean noStep(String path, Predicate<String> condition) {
        return Arrays.stream(path.split("/", -1)).noneMatch(condition);
    }
}
