package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.gen.problem.ProblemId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page that lists all problems: each id has a section with files and with what the command
 * prints for them, which is run here. {@code -Dgolden.update=true} rewrites what is printed.
 */
class ProblemsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "problems.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (GW\\d+): .+$");
    private static final Pattern FILE =
            Pattern.compile("(?m)^`(\\S+)`( \\(Latin-1\\))?:\n\n```\\w+\n((?s).*?)^```$");
    private static final Pattern RUN =
            Pattern.compile("(?m)^```text\n\\$ \\./gdwire (.+)\n((?s).*?)^```$");

    @TempDir Path folder;

    @Test
    void everyKindOfProblemHasASection() throws IOException {
        assertThat(HEADING.matcher(page()).results().map(heading -> heading.group(1)))
                .containsExactlyElementsOf(
                        Stream.of(ProblemId.values()).map(ProblemId::code).sorted().toList());
    }

    @TestFactory
    Stream<DynamicTest> everySectionShowsWhatIsPrinted() throws IOException {
        return sections().stream()
                .map(section -> DynamicTest.dynamicTest(name(section), () -> check(section)));
    }

    private void check(String section) throws IOException {
        MatchResult run = only(RUN, section);
        Path here = Files.createDirectory(folder.resolve(name(section)));
        for (MatchResult file : FILE.matcher(section).results().toList()) {
            Charset charset =
                    file.group(2) == null ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            Path path = here.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.write(path, file.group(3).getBytes(charset));
        }
        CommandRun result = CommandRun.of(arguments(run.group(1), here));
        String printed = (result.err() + result.out()).replace(here + "/", "");
        if (Boolean.getBoolean("golden.update")) {
            String updated =
                    new StringBuilder(section)
                            .replace(run.start(2), run.end(2), printed)
                            .toString();
            Files.writeString(PAGE, page().replace(section, updated));
        } else {
            assertThat(run.group(2)).isEqualTo(printed);
        }
        if (section.startsWith("## ")) {
            assertThat(printed).contains(" " + name(section) + ": ");
        }
        assertThat(result.code()).isEqualTo(printed.contains("error") ? 1 : 0);
    }

    /** What begins with no option is a folder. */
    private static String[] arguments(String line, Path here) {
        List<String> words = Arrays.asList(line.split(" "));
        return Stream.concat(
                        words.stream().limit(1),
                        words.stream()
                                .skip(1)
                                .map(
                                        word ->
                                                word.startsWith("--")
                                                        ? word
                                                        : here.resolve(word).toString()))
                .toArray(String[]::new);
    }

    private static MatchResult only(Pattern pattern, String section) {
        List<MatchResult> found = pattern.matcher(section).results().toList();
        assertThat(found).as("runs of %s", name(section)).hasSize(1);
        return found.get(0);
    }

    /** The introduction has an example too. */
    private static String name(String section) {
        Matcher heading = HEADING.matcher(section);
        return heading.find() ? heading.group(1) : "introduction";
    }

    private static List<String> sections() throws IOException {
        return List.of(page().split("(?m)^(?=## )"));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
