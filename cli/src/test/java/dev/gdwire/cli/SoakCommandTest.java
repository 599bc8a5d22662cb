package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.gdwire.client.GodotLocator;
import dev.gdwire.protocol.GdwireException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of the soak, which {@code ./gdwire soak} runs at length. */
@Timeout(180)
class SoakCommandTest {
    @BeforeEach
    void home() {
        System.setProperty("gdwire.home", "..");
    }

    @AfterEach
    void noHome() {
        System.clearProperty("gdwire.home");
    }

    @Test
    void nothingIsLostBetweenJavaAndJava() {
        assertGood(30_000, 40, "--seed", "11");
    }

    @Test
    void nothingIsLostWithSharedThreads() {
        assertGood(30_000, 40, "--seed", "12", "--shared-threads");
    }

    @Test
    void nothingIsLostUnderTlsThoughBytesAreCorrupted() {
        String report = assertGood(10_000, 15, "--seed", "13", "--tls");
        assertThat(number(report, "refused, ([0-9,]+) bytes corrupted")).isPositive();
    }

    @Test
    @Tag("godot")
    void nothingIsLostBetweenJavaAndGodot() {
        assertGood(4_000, 20, "--seed", "14", "--godot", godotOrSkip());
    }

    @Test
    void aSoakOfNothingIsAUsageError() {
        CommandRun run = CommandRun.of("soak", "--messages", "0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("--messages is at least 1, and --cuts at least 0");
    }

    @Test
    void godotHasItsOwnThreads() {
        CommandRun run = CommandRun.of("soak", "--shared-threads", "--godot");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("mutually exclusive");
    }

    private static String assertGood(long messages, long cuts, String... options) {
        List<String> arguments = new ArrayList<>(List.of("soak"));
        arguments.addAll(List.of("--messages", "" + messages, "--cuts", "" + cuts));
        arguments.addAll(List.of(options));
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(number(run.out(), "messages +([0-9,]+)")).isGreaterThanOrEqualTo(messages);
        assertThat(number(run.out(), "requests +([0-9,]+)")).isPositive();
        assertThat(number(run.out(), "cuts +([0-9,]+)")).isGreaterThanOrEqualTo(cuts);
        assertThat(number(run.out(), "resumes +([0-9,]+)")).isPositive();
        for (String fault : List.of("lost", "twice", "out of order", "changed")) {
            assertThat(number(run.out(), fault + " +([0-9,]+)")).as(fault).isZero();
        }
        return run.out();
    }

    private static long number(String report, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(report);
        assertThat(matcher.find()).as("%s in %s", pattern, report).isTrue();
        return Long.parseLong(matcher.group(1).replace(",", ""));
    }

    /** Where the environment says {@code CI=true} a missing Godot is a failure. */
    private static String godotOrSkip() {
        try {
            return GodotLocator.ofSystem().locate().toString();
        } catch (GdwireException e) {
            if ("true".equals(System.getenv("CI"))) {
                throw e;
            }
            String text = "SKIPPED, not tested: " + e.getMessage();
            System.err.println(text);
            return abort(text);
        }
    }
}
