package dev.gdwire.integration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often what happened in a comparison. */
final class DifferentialCounts {
    private static final Pattern CODE = Pattern.compile("GW\\d{3}");

    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> narrowings = new TreeMap<>();
    private int accepted;
    private int rejected;

    void refused(List<String> reasons) {
        Matcher code = CODE.matcher(reasons.get(0));
        refusals.merge(code.find() ? code.group() : "?", 1, Integer::sum);
    }

    void answered(boolean ok) {
        if (ok) {
            accepted++;
        } else {
            rejected++;
        }
    }

    /** Whether a verdict that is not the validator's is a narrowing; it is counted then. */
    boolean narrowed(boolean valid, String verdict) {
        Optional<String> words = valid ? Narrowings.of(verdict) : Optional.empty();
        words.ifPresent(each -> narrowings.merge(each, 1, Integer::sum));
        return words.isPresent();
    }

    /** How many schemas were refused. */
    int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many verdicts are narrowings. */
    int narrowed() {
        return narrowings.values().stream().mapToInt(Integer::intValue).sum();
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    /** All of it in a few lines of Markdown. */
    String report(int schemas) {
        return """
        - schemas: %d, of which the generator refused %d: %s
        - values: %d accepted, %d rejected
        - narrowings: %s
        """
                .formatted(schemas, refused(), refusals, accepted, rejected, narrowings);
    }
}
