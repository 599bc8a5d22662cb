package dev.gdwire.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are JSON or are not: JSONTestSuite and {@link HostileTexts}. Names that begin with y
 * are accepted, those with n refused; what is said of others, and every exception, stands in a
 * table.
 */
final class JsonSuite {
    /** A message that holds any value. */
    static final Path SCHEMAS = Path.of("src", "test", "vectors", "schemas");

    private static final Path VECTORS =
            Path.of("src", "test", "vectors", "json-test-suite", "test_parsing");
    private static final Path TABLE = VerdictTable.FOLDER.resolve("json-suite.txt");

    private static final String ARROW = " => ";
    private static final String REFUSED = "refused: ";

    private JsonSuite() {}

    /**
     * A text, and what both languages say of it.
     *
     * @param isJson what they say of the text alone
     * @param fault the fault of a message that holds it, without its place; null if it has none, or
     *     the text is no JSON
     */
    record Text(String name, byte[] bytes, boolean isJson, @Nullable String fault) {
        /** One word or more: what is said of a message that holds the text. */
        String inMessage() {
            return fault != null ? fault : isJson ? "accepted" : "refused";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Text> texts() throws IOException {
        Map<String, byte[]> all = HostileTexts.all();
        try (Stream<Path> files = Files.list(VECTORS)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        Map<String, String> table = table();
        List<Text> texts = new ArrayList<>();
        all.forEach((name, bytes) -> texts.add(text(name, bytes, table)));
        if (!all.keySet().containsAll(table.keySet())) {
            throw new IllegalStateException(TABLE + " lists texts that there are not");
        }
        return texts;
    }

    /** Writes them all into a folder, and a file that says which are accepted. */
    static void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            List<String> answers = new ArrayList<>();
            for (Text text : texts()) {
                Files.write(folder.resolve(text.name()), text.bytes());
                answers.add(
                        String.join(
                                "\t",
                                text.name(),
                                text.isJson() ? "accepted" : "refused",
                                text.inMessage()));
            }
            Files.write(folder.resolve("answers.txt"), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(String name, byte[] bytes, Map<String, String> table) {
        String row = table.get(name);
        if (row == null && name.startsWith("i_")) {
            throw new IllegalStateException(TABLE + " does not say what is said of " + name);
        }
        if (row == null) {
            return new Text(name, bytes, name.startsWith("y_"), null);
        }
        boolean refused = row.startsWith(REFUSED);
        return new Text(name, bytes, !refused, refused || row.equals("accepted") ? null : row);
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new HashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                int cut = line.indexOf(ARROW);
                table.put(line.substring(0, cut), line.substring(cut + ARROW.length()));
            }
        }
        return table;
    }
}
