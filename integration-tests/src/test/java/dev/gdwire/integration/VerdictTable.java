package dev.gdwire.integration;

import dev.gdwire.gen.pattern.PortablePattern;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tables that tell what both languages say of JSON, of patterns and of formats. */
final class VerdictTable {
    static final Path FOLDER = Path.of("src", "test", "verdicts");
    static final Path SCHEMAS = FOLDER.resolve("schemas");

    private static final String ARROW = " => ";

    /** What a row of bytes is made of. */
    private static final Pattern PART =
            Pattern.compile(
                    "\\\\x(?<hex>[0-9a-f]{2})|\\\\(?<sign>[nr\\\\])"
                            + "|\\\\\\((?<times>[0-9]+)\\*(?<once>[^)]*)\\)|[^\\\\]+|.");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private VerdictTable() {}

    /**
     * What is said of one line.
     *
     * @param place file and line, for the name of a test
     * @param verdict {@code ok}, {@code malformed}, or the first fault in full
     */
    record Verdict(String place, String json, String verdict) {
        boolean isOk() {
            return verdict.equals("ok");
        }

        boolean isMalformed() {
            return verdict.equals("malformed");
        }

        @Override
        public String toString() {
            return place;
        }
    }

    /** A pattern and whether it is found in a text. */
    record PatternRow(String pattern, String text, boolean found) {}

    /**
     * A text, whether it is of a format, and why a validator says otherwise; null if it does not.
     */
    record FormatRow(String format, String text, boolean valid, String differs) {}

    /** The verdicts of a file. */
    static List<Verdict> verdicts(String name) throws IOException {
        return verdicts(name, "#");
    }

    private static List<Verdict> verdicts(String name, String comment) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        List<String> lines = Files.readAllLines(file(name));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && !line.startsWith(comment)) {
                int cut = line.lastIndexOf(ARROW);
                String verdict = line.substring(cut + ARROW.length());
                verdicts.add(new Verdict(name + ":" + (i + 1), line.substring(0, cut), verdict));
            }
        }
        return verdicts;
    }

    /** The verdicts of bytes with blobs, in which lines for people start with another sign. */
    static List<Verdict> blobs() throws IOException {
        return verdicts("blobs", "!");
    }

    /** The verdicts of lines within and over limits, in the same form. */
    static List<Verdict> limits() throws IOException {
        return verdicts("limits", "!");
    }

    /**
     * The bytes of a row of these tables: {@code \\n}, {@code \\r}, {@code \\\\} and {@code \\xHH}
     * are bytes, {@code \\(3*ab)} is {@code ababab}.
     */
    static byte[] bytes(String row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher part = PART.matcher(row);
        while (part.find()) {
            if (part.group("hex") != null) {
                bytes.write(Integer.parseInt(part.group("hex"), 16));
            } else if (part.group("sign") != null) {
                bytes.write("\n\r\\".charAt("nr\\".indexOf(part.group("sign"))));
            } else if (part.group("times") != null) {
                byte[] once = bytes(part.group("once"));
                for (int i = Integer.parseInt(part.group("times")); i > 0; i--) {
                    bytes.writeBytes(once);
                }
            } else {
                bytes.writeBytes(part.group().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** The table of patterns. */
    static List<PatternRow> patterns() throws IOException {
        return rows("patterns", PatternRow.class);
    }

    /** The table of formats. */
    static List<FormatRow> formats() throws IOException {
        return rows("formats", FormatRow.class);
    }

    private static <R> List<R> rows(String name, Class<R> type) throws IOException {
        return Files.readAllLines(file(name)).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> MAPPER.readValue(line, type))
                .toList();
    }

    /** Writes the tables into a Godot project, the patterns in the dialect of generated code. */
    static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("rich", "narrowings", "formats", "blobs", "limits")) {
            Files.copy(file(name), folder.resolve(name + ".txt"));
        }
        List<String> rows = new ArrayList<>();
        for (PatternRow row : patterns()) {
            ObjectNode object = MAPPER.createObjectNode();
            object.put("portable", PortablePattern.ofChecked(row.pattern()));
            object.put("text", row.text());
            object.put("found", row.found());
            rows.add(MAPPER.writeValueAsString(object));
        }
        Files.write(folder.resolve("patterns.txt"), rows);
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".txt");
    }
}
