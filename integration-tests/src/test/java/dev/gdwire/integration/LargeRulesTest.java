package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are too long for a script that others preload are in a file of their own. */
@Tag("godot")
class LargeRulesTest {
    private static final int COUNT = 800;
    private static final String ID = "large";

    @Test
    void theyAreCheckedInGodotAsInJava(@TempDir Path folder) throws IOException {
        Path godot = RealGodot.orSkip();
        Trial trial =
                Trial.ofValue(ID, schema(), List.of("[]", "[7, []]", "[[[799]]]", "[[[800]]]"));
        Path project = folder.resolve("project");

        Outcome scripts = GodotTrials.run(godot, project, List.of(trial)).get(ID);

        assertThat(project.resolve(ID).resolve("large_rules_data.gd")).isRegularFile();
        assertThat(scripts.breakage()).isEmpty();
        assertThat(scripts.answers()).extracting(Answer::trouble).containsOnly("");
        List<String> verdicts = scripts.answers().stream().map(Answer::verdict).toList();
        assertThat(verdicts.subList(1, 3)).noneMatch(Answer.OK::equals);
        assertThat(List.of(verdicts.get(0), verdicts.get(3))).containsOnly(Answer.OK);
        List<Answer> java = JavaTrials.run(List.of(trial)).get(ID).answers();
        assertThat(java).extracting(Answer::verdict).isEqualTo(verdicts);
    }

    /** No number below the count, on any level: each has a rule that refers to itself. */
    private static String schema() {
        String uses =
                IntStream.range(0, COUNT)
                        .mapToObj("{\"not\": {\"$ref\": \"#/$defs/holds_%d\"}}"::formatted)
                        .collect(Collectors.joining(", "));
        String rules =
                IntStream.range(0, COUNT)
                        .mapToObj(LargeRulesTest::holds)
                        .collect(Collectors.joining(", "));
        return "{\"allOf\": [" + uses + "], \"$defs\": {" + rules + "}}";
    }

    private static String holds(int number) {
        return """
        "holds_%1$d": {
          "anyOf": [
            {"const": %1$d},
            {"type": "array", "contains": {"$ref": "#/$defs/holds_%1$d"}}
          ]
        }\
        """
                .formatted(number);
    }
}
