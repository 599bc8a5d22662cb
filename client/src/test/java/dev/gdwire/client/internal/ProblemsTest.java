package dev.gdwire.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Problem PROBLEM = Problem.of(ProblemKind.MALFORMED, "not JSON");

    private final List<String> logged = new ArrayList<>();
    private final Handlers<String> handlers = new Handlers<>();
    private final Problems problems = new Problems(handlers, Runnable::run, new Log());

    @Test
    void problemsWithoutHandlerGoToTheLog() {
        problems.report(PROBLEM, "127.0.0.1:7001: ");
        assertThat(logged).containsExactly("WARNING 127.0.0.1:7001: malformed: not JSON");
    }

    @Test
    void floodOfProblemsDoesNotFillTheLog() {
        for (int i = 0; i < 100_000; i++) {
            problems.report(PROBLEM, "");
        }
        assertThat(logged).hasSizeBetween(50, 100);
    }

    @Test
    void problemsWithHandlersGoToEachOfThem() {
        List<Problem> told = new ArrayList<>();
        handlers.onProblem(told::add);
        handlers.onProblem(told::add);
        problems.report(PROBLEM, "");
        assertThat(told).containsExactly(PROBLEM, PROBLEM);
        assertThat(logged).isEmpty();
    }

    @Test
    void handlerThatFailsOnAProblemIsLogged() {
        handlers.onProblem(
                problem -> {
                    throw new IllegalStateException("oh");
                });
        problems.report(PROBLEM, "");
        assertThat(logged)
                .containsExactly(
                        "ERROR a problem handler failed on: malformed: not JSON:"
                                + " java.lang.IllegalStateException: oh");
    }

    private final class Log implements System.Logger {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            logged.add(level + " " + text + (thrown == null ? "" : ": " + thrown));
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            logged.add(level + " " + format);
        }
    }
}
