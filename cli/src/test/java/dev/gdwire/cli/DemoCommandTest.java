package dev.gdwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command itself refuses; the demo's own failures are tested where it lives. */
class DemoCommandTest {
    @BeforeEach
    void home() {
        System.setProperty("gdwire.home", "..");
    }

    @AfterEach
    void noHome() {
        System.clearProperty("gdwire.home");
    }

    @Test
    void secondsThatAreNone() {
        assertUsage("--seconds is from 1 to 86400, not 0", "--seconds", "0");
    }

    @Test
    void aPortThatIsNone() {
        assertUsage("a port is from 0 to 65535, not 65536", "--port", "65536");
    }

    @Test
    void tooFewGenerations() {
        assertUsage("a training has 2 generations at least", "--generations", "1");
    }

    @Test
    void godotAndSimulatedTogether() {
        assertUsage(
                "Error: --godot=PATH, --simulated are mutually exclusive (specify only one)",
                "--simulated",
                "--godot",
                "x");
    }

    @Test
    void withoutACheckoutItSaysSo() {
        System.clearProperty("gdwire.home");
        CommandRun run = CommandRun.of("demo");
        assertThat(run)
                .isEqualTo(
                        new CommandRun(
                                1,
                                "",
                                "gdwire: this command needs a checkout of Gdwire: start it with"
                                        + " ./gdwire there"
                                        + System.lineSeparator()));
    }

    private static void assertUsage(String firstLine, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "demo";
        System.arraycopy(options, 0, arguments, 1, options.length);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines().findFirst()).contains(firstLine);
        assertThat(run.out()).isEmpty();
    }
}
