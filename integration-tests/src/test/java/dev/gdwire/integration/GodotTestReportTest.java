package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GodotTestReportTest {
    @Test
    void passedAndFailedTestsAreToldByName() {
        GodotTestReport report =
                GodotTestReport.of(
                        List.of(
                                "Godot Engine v4",
                                "test START a.test_x",
                                "test PASS a.test_x",
                                "test START a.test_y",
                                "test FAIL a.test_y: no",
                                "tests done: 1 passed, 1 failed"));
        assertThat(report.failures()).isEqualTo(Map.of("a.test_x", "", "a.test_y", "no"));
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void aTestThatStoppedEarlyFailsAndSoDoesTheRun() {
        GodotTestReport report =
                GodotTestReport.of(List.of("test START a.test_x", "SCRIPT ERROR: Invalid call"));
        assertThat(report.failures()).isEqualTo(Map.of("a.test_x", "it came to no end"));
        assertThat(report.problems())
                .containsExactly("the run came to no end: its last line is missing");
    }

    @Test
    void aScriptErrorFailsTheTestThatSaysItPassed() {
        GodotTestReport report =
                GodotTestReport.of(
                        List.of(
                                "test START a.test_x",
                                "SCRIPT ERROR: Invalid call",
                                "test PASS a.test_x",
                                "tests done: 1 passed, 0 failed"));
        assertThat(report.failures()).isEqualTo(Map.of("a.test_x", "SCRIPT ERROR: Invalid call"));
    }

    @Test
    void aCountThatDiffersAndComplaintsOutsideTestsAreProblemsOfTheRun() {
        GodotTestReport report =
                GodotTestReport.of(List.of("ERROR: no", "tests done: 3 passed, 0 failed"));
        assertThat(report.problems())
                .containsExactly("ERROR: no", "3 tests by the last line, 0 by name", "no test ran");
    }
}
