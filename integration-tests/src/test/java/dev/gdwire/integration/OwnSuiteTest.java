package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.SchemaSuite.Group;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a type: every verdict is right, and both languages say the same. */
class OwnSuiteTest {
    private static final List<Group> GROUPS = SchemaSuite.ownGroups();
    private static final List<Trial> TRIALS = GROUPS.stream().map(Group::trial).toList();

    private static SchemaSuiteReport java;

    @BeforeAll
    static void askJava() {
        java = new SchemaSuiteReport("Java", JavaTrials.run(TRIALS));
    }

    @TestFactory
    Stream<DynamicTest> generatedJavaIsRight() {
        return GROUPS.stream()
                .map(group -> DynamicTest.dynamicTest(group.name(), () -> check(java, group)));
    }

    @TestFactory
    @Tag("godot")
    Stream<DynamicTest> generatedScriptsAreRightAndSayTheSame(@TempDir Path folder)
            throws IOException {
        var outcomes = GodotTrials.run(RealGodot.orSkip(), folder.resolve("project"), TRIALS);
        SchemaSuiteReport godot = new SchemaSuiteReport("GDScript", outcomes);
        return GROUPS.stream()
                .map(
                        group ->
                                DynamicTest.dynamicTest(
                                        group.name(),
                                        () -> {
                                            check(godot, group);
                                            assertThat(java.differences(group, godot)).isEmpty();
                                        }));
    }

    private static void check(SchemaSuiteReport report, Group group) {
        assertThat(report.outcome(group).isRefused()).isFalse();
        assertThat(report.faults(group)).as(group.schema()).isEmpty();
    }
}
