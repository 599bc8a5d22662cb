package dev.gdwire.gen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts names into lower-case words: {@code maxHP}, {@code max_hp} and {@code max.hp} are two. */
public final class Words {
    private Words() {}

    /** The words of a name; anything but ASCII letters and digits parts them. May be empty. */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) || startsWord(name, i)) {
                flush(word, words);
            }
            if (isLetterOrDigit(c)) {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    /** Whether a name holds only what {@link #of} keeps or takes for a separator. */
    public static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || !isUpper(name.charAt(i))) {
            return false;
        }
        char before = name.charAt(i - 1);
        boolean lowerFollows = i + 1 < name.length() && isLower(name.charAt(i + 1));
        return isLower(before) || isDigit(before) || isUpper(before) && lowerFollows;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    private static boolean isLetterOrDigit(char c) {
        return isUpper(c) || isLower(c) || isDigit(c);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
