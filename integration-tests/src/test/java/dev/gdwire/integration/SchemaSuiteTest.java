package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.gdwire.integration.SchemaSuite.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * JSON Schema's official test suite through generated code of both languages: a group is refused,
 * as {@code refused.txt} says, or every verdict in it is right.
 */
class SchemaSuiteTest {
    private static final Path TABLE = Path.of("target", "conformance", "json-schema-test-suite.md");
    private static final Pattern CODE = Pattern.compile("GW\\d{3}");
    private static final List<Group> GROUPS = SchemaSuite.groups();
    private static final List<SchemaSuiteReport> REPORTS = new ArrayList<>();

    private static SchemaSuiteReport java;

    @BeforeAll
    static void askJava() {
        java = new SchemaSuiteReport("Java", JavaTrials.run(trials()));
        REPORTS.add(java);
    }

    @AfterAll
    static void writeTable() throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, SchemaSuiteTable.of(GROUPS, REPORTS));
    }

    @TestFactory
    Stream<DynamicTest> generatedJavaIsRight() {
        return GROUPS.stream()
                .map(group -> dynamicTest(group.name(), () -> check(java.faults(group), group)));
    }

    @TestFactory
    @Tag("godot")
    Stream<DynamicTest> generatedScriptsAreRightAndSayTheSame(@TempDir Path folder)
            throws IOException {
        var outcomes = GodotTrials.run(RealGodot.orSkip(), folder.resolve("project"), trials());
        SchemaSuiteReport godot = new SchemaSuiteReport("GDScript", outcomes);
        REPORTS.add(godot);
        return GROUPS.stream()
                .map(group -> dynamicTest(group.name(), () -> checkScripts(godot, group)));
    }

    @Test
    void groupsAreRefusedAsTheListSays() throws IOException {
        String refused =
                GROUPS.stream()
                        .filter(group -> java.outcome(group).isRefused())
                        .map(group -> code(java.outcome(group)) + " " + group.name() + "\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("golden.update")) {
            SchemaSuite.writeRefused(refused);
        }
        assertThat(refused).isEqualTo(SchemaSuite.refused());
    }

    /** The code of the first reason: its words may change. */
    private static String code(Outcome outcome) {
        Matcher code = CODE.matcher(outcome.refusals().get(0));
        assertThat(code.find()).as(outcome.refusals().get(0)).isTrue();
        return code.group();
    }

    private static void checkScripts(SchemaSuiteReport godot, Group group) {
        check(godot.faults(group), group);
        assertThat(godot.outcome(group).isRefused()).isEqualTo(java.outcome(group).isRefused());
        check(java.differences(group, godot), group);
    }

    private static void check(List<String> faults, Group group) {
        assertThat(faults).as(group.schema()).isEmpty();
    }

    private static List<Trial> trials() {
        return GROUPS.stream().map(Group::trial).toList();
    }
}
