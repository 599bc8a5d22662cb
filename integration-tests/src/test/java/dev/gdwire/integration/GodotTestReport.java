package dev.gdwire.integration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the harness printed, test by test.
 *
 * @param failures why each test failed, by its name; empty for one that passed
 * @param problems what is wrong with the run as a whole; empty when it is sound
 */
public record GodotTestReport(Map<String, String> failures, List<String> problems) {
    private static final Pattern START = Pattern.compile("test START (\\S+)");
    private static final Pattern PASS = Pattern.compile("test PASS (\\S+)");
    private static final Pattern FAIL = Pattern.compile("test FAIL (\\S+): (.*)");
    private static final Pattern DONE = Pattern.compile("tests done: (\\d+) passed, (\\d+) failed");

    /** What it says of numbers beyond 64-bit floats, which peers may send, is none. */
    private static final Pattern ENGINE_ERROR =
            Pattern.compile(
                    ".*(SCRIPT ERROR|Parse Error|Parser Error|WARNING:(?! Exponent too"
                            + " high)|ERROR:(?! TLS handshake error: -)).*");

    /** Whether the engine complains in this line of its output. */
    public static boolean isEngineError(String line) {
        return ENGINE_ERROR.matcher(line).matches();
    }

    /**
     * Reads the output of a whole run. A test in whose time the engine complained has failed,
     * whatever it says itself: a script error ends a test without a failed check.
     */
    static GodotTestReport of(List<String> output) {
        Parser parser = new Parser();
        output.forEach(parser::read);
        return parser.report();
    }

    private static final class Parser {
        private final Map<String, String> failures = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();
        private String running = "";
        private boolean done;

        void read(String line) {
            Matcher start = START.matcher(line);
            Matcher pass = PASS.matcher(line);
            Matcher fail = FAIL.matcher(line);
            Matcher end = DONE.matcher(line);
            if (start.matches()) {
                running = start.group(1);
                failures.put(running, "it came to no end");
            } else if (pass.matches()) {
                finish(pass.group(1), "");
            } else if (fail.matches()) {
                finish(fail.group(1), fail.group(2));
            } else if (end.matches()) {
                end(Integer.parseInt(end.group(1)) + Integer.parseInt(end.group(2)));
            } else if (isEngineError(line)) {
                complain(line);
            }
        }

        private void finish(String test, String failure) {
            String complaint = String.join(" | ", complaints);
            failures.put(test, failure.isEmpty() ? complaint : failure + complaint);
            complaints.clear();
            running = "";
        }

        private void end(int count) {
            done = true;
            if (count != failures.size()) {
                problems.add(count + " tests by the last line, " + failures.size() + " by name");
            }
        }

        private void complain(String line) {
            if (running.isEmpty()) {
                problems.add(line);
            } else {
                complaints.add(line);
            }
        }

        GodotTestReport report() {
            if (!done) {
                problems.add("the run came to no end: its last line is missing");
            }
            if (failures.isEmpty()) {
                problems.add("no test ran");
            }
            return new GodotTestReport(Map.copyOf(failures), List.copyOf(problems));
        }
    }
}
