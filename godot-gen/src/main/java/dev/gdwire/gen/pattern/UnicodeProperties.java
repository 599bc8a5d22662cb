package dev.gdwire.gen.pattern;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties of characters that {@code \p{...}} names, from a table of our own: those of the
 * engines are of other versions of Unicode, and generated code must not depend on the Java that
 * generates it.
 */
final class UnicodeProperties {
    private static final String TABLE = "unicode.txt";
    private static final Map<String, CharSet> SETS = read();

    private UnicodeProperties() {}

    /** The characters of a property, such as {@code Lu} or {@code Script=Greek}. */
    static CharSet find(String name) throws UnsupportedPatternException {
        CharSet set = SETS.get(name);
        if (set == null) {
            throw new UnsupportedPatternException(
                    "\"\\p{"
                            + name
                            + "}\" is none of the properties that are known here (general"
                            + " categories, Script=..., Alphabetic and the like)");
        }
        return set;
    }

    /** Each line holds the names of a property, and its ranges: gap and length in base 36. */
    private static Map<String, CharSet> read() {
        Map<String, CharSet> sets = new HashMap<>();
        try (InputStream table = UnicodeProperties.class.getResourceAsStream(TABLE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": ", -1))
                    .forEach(
                            line -> {
                                CharSet set = ranges(line[1]);
                                for (String name : line[0].split(" ")) {
                                    sets.put(name, set);
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(sets);
    }

    private static CharSet ranges(String text) {
        List<CharSet> ranges = new ArrayList<>();
        int at = 0;
        for (String range : text.split(" ")) {
            String[] numbers = range.split("\\+");
            int from = at + Integer.parseInt(numbers[0], 36);
            int more = numbers.length > 1 ? Integer.parseInt(numbers[1], 36) : 0;
            ranges.add(CharSet.range(from, from + more));
            at = from + more;
        }
        return CharSet.union(ranges);
    }
}
