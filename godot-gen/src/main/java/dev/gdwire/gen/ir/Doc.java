package dev.gdwire.gen.ir;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words for people.
 *
 * @param description as the schema has it: any text, often Markdown
 */
public record Doc(Optional<String> title, Optional<String> description, boolean deprecated) {
    /** No words. */
    public static final Doc NONE = new Doc(Optional.empty(), Optional.empty(), false);

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*\\d|\\d");

    /** The same with more sentences behind, unless its numbers are told already. */
    Doc with(String sentences) {
        String before = description.or(() -> title).map(String::strip).orElse("");
        boolean told =
                sentences.indexOf('`') < 0
                        && NUMBER.matcher(sentences)
                                .results()
                                .allMatch(number -> tells(before, number.group()));
        if (told) {
            return this;
        }
        String separator = "";
        if (before.contains("\n")) {
            separator = "\n\n";
        } else if (!before.isEmpty()) {
            separator = before.matches(".*[.!?:;]") ? " " : ". ";
        }
        return new Doc(title, Optional.of(before + separator + sentences), deprecated);
    }

    private static boolean tells(String text, String number) {
        return NUMBER.matcher(text).results().anyMatch(found -> found.group().equals(number));
    }
}
