package dev.gdwire.gen.gdscript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Signs as words, by their names in Unicode: {@code less_than_sign} for {@code <}. */
final class SpelledSigns {
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9].*", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]");

    private SpelledSigns() {}

    /** The text with its signs spelled where no name could be made of it else. */
    static String needed(String text) {
        if (text.isEmpty()) {
            return "empty";
        } else if (NEGATIVE.matcher(text).matches()) {
            return "minus_" + text.substring(1);
        }
        return LETTERS.matcher(text).find() ? text : all(text);
    }

    /** The text with every sign spelled: all but the letters and digits of ASCII. */
    static String all(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints()
                .forEach(
                        point -> {
                            if (point < 0x80 && Character.isLetterOrDigit(point)) {
                                word.appendCodePoint(point);
                                return;
                            }
                            finish(word, words);
                            words.add(name(point));
                        });
        finish(word, words);
        return String.join("_", words);
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static String name(int point) {
        String name = Character.getName(point);
        // Some letters have no name but that of their block, which is long.
        boolean hasName = name != null && !Character.isIdeographic(point);
        return hasName
                ? name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_")
                : "u" + Integer.toHexString(point);
    }
}
