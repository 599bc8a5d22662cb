package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threat model names a test for each threat, and each of them is there. */
class SecurityPageTest {
    private static final Path PAGE = Path.of("..", "docs", "security.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void everyTestThatThePageNamesIsThere() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher test = TEST.matcher(Files.readString(PAGE));
        while (test.find()) {
            named++;
            String source = sources.getOrDefault(test.group(1), "");
            String method = "(void|func) +" + test.group(2) + "\\(";
            if (!Pattern.compile(method).matcher(source).find()) {
                missing.add(test.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).as("tests that are named").isGreaterThan(20);
    }

    @Test
    void everyThreatOfTheTableNamesItsTest() throws IOException {
        List<String> rows =
                Files.readString(PAGE)
                        .lines()
                        .filter(line -> line.startsWith("| "))
                        .filter(line -> line.chars().filter(sign -> sign == '|').count() == 4)
                        .filter(line -> !line.startsWith("| threat "))
                        .toList();
        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(rows).allMatch(row -> TEST.matcher(row).find());
    }

    /** The text of each test class, Java and GDScript, by its name. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module :
                List.of(
                        "protocol-model",
                        "godot-gen",
                        "transport",
                        "client",
                        "cli",
                        "integration-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java") || name.endsWith(".gd")) {
                        String stem = name.substring(0, name.lastIndexOf('.'));
                        sources.merge(stem, Files.readString(file), String::concat);
                    }
                }
            }
        }
        return sources;
    }
}
