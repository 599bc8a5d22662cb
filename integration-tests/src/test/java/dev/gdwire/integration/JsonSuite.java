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

/**
 * Texts that are JSON or are not: JSONTestSuite and {@link HostileTexts}. Names that begin with y
 * are accepted, those with n refused; what is said of others, and every exception, stands in a
 * table.
 */
final class JsonSuite {
    private static final Path VECTORS =
            Path.of("src", "test", "vectors", "json-test-suite", "test_parsing");
    private static final Path TABLE = VerdictTable.FOLDER.resolve("json-suite.txt");

    private JsonSuite() {}

    /** A text, and what both languages say of it. */
    record Text(String name, byte[] bytes, boolean accepted) {
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
        Map<String, Boolean> table = table();
        List<Text> texts = new ArrayList<>();
        all.forEach((name, bytes) -> texts.add(new Text(name, bytes, verdict(name, table))));
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
                answers.add(text.name() + " " + (text.accepted() ? "accepted" : "refused"));
            }
            Files.write(folder.resolve("answers.txt"), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean verdict(String name, Map<String, Boolean> table) {
        Boolean exception = table.get(name);
        if (exception != null) {
            return exception;
        }
        if (name.startsWith("i_")) {
            throw new IllegalStateException(TABLE + " does not say what is said of " + name);
        }
        return name.startsWith("y_");
    }

    private static Map<String, Boolean> table() throws IOException {
        Map<String, Boolean> table = new HashMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                String[] row = line.split(" => ", 2);
                if (!row[1].equals("accepted") && !row[1].startsWith("refused: ")) {
                    throw new IllegalStateException(TABLE + ": " + line);
                }
                table.put(row[0], row[1].equals("accepted"));
            }
        }
        return table;
    }
}
