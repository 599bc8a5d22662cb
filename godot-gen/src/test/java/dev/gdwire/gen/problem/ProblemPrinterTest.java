package dev.gdwire.gen.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {
    private static final String FILE = "a.schema.json";

    @Test
    void aTabIsOneColumnAsTheMarkCounts() {
        assertThat(print("\t{\t\"not\": 1}", 1, 4))
                .isEqualTo(
                        """
                        a.schema.json:1:4: error GW012: no
                            { "not": 1}
                              ^
                          hint: go
                        """);
    }

    @Test
    void wideCharactersAndMarksMoveTheMark() {
        assertThat(marked("\"\u65e5\u672c\": !", "!")).isEqualTo("            ^");
        assertThat(marked("\"\uff76\": !", "!")).isEqualTo("         ^");
        assertThat(marked("\"e\u0301\": !", "!")).isEqualTo("         ^");
        assertThat(marked("\"\ud83d\ude80\": !", "!")).isEqualTo("          ^");
    }

    @Test
    void aLongLineIsCutOnBothSides() {
        String line = "x".repeat(500) + "!" + "y".repeat(500);
        assertThat(print(line, 1, 501))
                .isEqualTo(
                        "a.schema.json:1:501: error GW012: no\n    ..."
                                + "x".repeat(60)
                                + "!"
                                + "y".repeat(59)
                                + "...\n"
                                + " ".repeat(67)
                                + "^\n  hint: go\n");
    }

    @Test
    void aCutKeepsCharactersWhole() {
        String line = "\ud83d\ude80".repeat(400);
        assertThat(print(line, 1, 402)).doesNotContain("?").isEqualTo(utf8(print(line, 1, 402)));
    }

    @Test
    void theLastLineNeedsNoNewlineAndThereMayBeNone() {
        assertThat(print("{\n}", 2, 1)).contains("\n    }\n    ^\n");
        assertThat(print("{\n", 2, 1))
                .isEqualTo("a.schema.json:2:1: error GW012: no\n  hint: go\n");
        assertThat(print("{\r\n\"a\"", 2, 9)).contains("\n    \"a\"\n       ^\n");
    }

    @Test
    void severalProblemsOfALineHaveAMarkEach() {
        Problem first = problem(new Place(FILE, 1, 1), "no");
        Problem second = problem(new Place(FILE, 1, 3), "no");
        assertThat(new ProblemPrinter(Map.of(FILE, "abc")).print(List.of(first, second)))
                .containsSubsequence("    abc\n    ^\n", "    abc\n      ^\n");
    }

    @Test
    void namesThatWouldMoveTheCursorAreEscaped() {
        Problem problem = problem(Place.whole("a\n.json"), "the key \"\u001b[2J\u202e\"");
        assertThat(new ProblemPrinter(Map.of()).print(List.of(problem)))
                .isEqualTo(
                        "a\\u000a.json: error GW012: the key \"\\u001b[2J\\u202e\"\n  hint: go\n");
    }

    @Property
    void eachProblemIsItsOwnLinesWhateverTheTextHolds(
            @ForAll String line, @ForAll @IntRange(min = 1, max = 300) int column) {
        String text = line.lines().findFirst().orElse("");
        assertThat(print(text, 1, column).lines().count()).isBetween(2L, 4L);
        assertThat(print(text, 1, column)).endsWith("\n  hint: go\n");
    }

    /** What is linear takes a moment; a search of the whole list for each took minutes. */
    @Test
    void manyProblemsInOneFileTakeTheirTimeOnce() {
        int count = 50_000;
        String text = "\"not\"\n".repeat(count);
        Problems problems = new Problems();
        for (int line = 1; line <= count; line++) {
            problems.add(problem(new Place(FILE, line, 1), "no"));
            problems.add(problem(new Place(FILE, line, 1), "no"));
        }
        List<Problem> sorted = problems.sorted();
        assertThat(sorted).hasSize(count);
        ProblemPrinter printer = new ProblemPrinter(Map.of(FILE, text));
        assertTimeout(Duration.ofSeconds(30), () -> printer.print(sorted));
    }

    @Test
    void jsonHasOneObjectALine() {
        Problem whole =
                new Problem(
                        Severity.WARNING,
                        ProblemId.UNUSED_FILE,
                        Place.whole("b.json"),
                        "a \"word\"\n",
                        Optional.empty());
        assertThat(ProblemJson.print(List.of(problem(new Place(FILE, 2, 3), "no"), whole)))
                .isEqualTo(
                        """
                        {"file":"a.schema.json","line":2,"column":3,"severity":"error","id":"GW012","message":"no","hint":"go"}
                        {"file":"b.json","severity":"warning","id":"GW027","message":"a \\"word\\"\\n"}
                        """);
    }

    private static String marked(String line, String mark) {
        return print(line, 1, line.indexOf(mark) + 1).lines().toList().get(2);
    }

    private static String print(String text, int line, int column) {
        Problem problem = problem(new Place(FILE, line, column), "no");
        return new ProblemPrinter(Map.of(FILE, text)).print(List.of(problem));
    }

    private static Problem problem(Place place, String message) {
        return new Problem(
                Severity.ERROR, ProblemId.UNSUPPORTED_KEYWORD, place, message, Optional.of("go"));
    }

    /** Halves of characters become question marks on the way. */
    private static String utf8(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new String(bytes, UTF_8);
    }
}
