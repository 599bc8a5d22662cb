package dev.gdwire.gen.merge;

import dev.gdwire.gen.schema.Words;
import java.text.Normalizer;
import java.util.List;

/** Makes words of any name that people give: there are some for each. */
final class Names {
    private static final List<String> EMPTY = List.of("empty");

    private Names() {}

    /**
     * The words of a name. Of a URI or a path they are those of its last part; letters lose their
     * accents; other signs than ASCII's letters and digits part words, unless there is nothing
     * else: then they are told by their numbers.
     */
    static List<String> words(String name) {
        List<String> words = Words.of(plain(lastPart(name)));
        if (words.isEmpty()) {
            words = Words.of(plain(name));
        }
        return words.isEmpty() ? EMPTY : words;
    }

    private static String lastPart(String name) {
        String text = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        boolean uri = text.matches("[A-Za-z][A-Za-z0-9+.-]*:/?/.*");
        if (!uri) {
            return name;
        }
        String last = text.substring(text.lastIndexOf('/') + 1);
        return last.endsWith(".json") ? last.substring(0, last.length() - 5) : last;
    }

    private static String plain(String name) {
        String parted = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        StringBuilder plain = new StringBuilder();
        parted.codePoints()
                .forEach(
                        point -> {
                            if (point < 0x80) {
                                plain.appendCodePoint(point);
                            } else if (Character.isLetterOrDigit(point)) {
                                plain.append(" u").append(Integer.toHexString(point)).append(' ');
                            } else {
                                plain.append(' ');
                            }
                        });
        boolean spoken = plain.chars().anyMatch(Character::isLetterOrDigit);
        return spoken ? plain.toString() : numbers(name);
    }

    private static String numbers(String name) {
        StringBuilder numbers = new StringBuilder();
        name.codePoints().forEach(point -> numbers.append(" u").append(Integer.toHexString(point)));
        return numbers.toString();
    }
}
