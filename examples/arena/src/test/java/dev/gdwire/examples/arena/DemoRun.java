package dev.gdwire.examples.arena;

import dev.gdwire.examples.arena.learn.ProgressPrinter.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a run of the demo gave.
 *
 * @param code its exit code
 * @param out the lines that it wrote
 * @param err the lines that it wrote to the error stream
 */
record DemoRun(int code, List<String> out, List<String> err) {
    static DemoRun of(DemoOptions options, Map<String, String> environment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                new ArenaDemo(
                                options,
                                () -> "generated",
                                environment,
                                print(out),
                                print(err),
                                Style.PLAIN)
                        .run();
        return new DemoRun(code, lines(out), lines(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    String lastLine() {
        return out.get(out.size() - 1);
    }

    /** The rewards at the end of the last line, which do not depend on the machine's speed. */
    String rewards() {
        return lastLine().replaceFirst(".* steps/s, ", "");
    }
}
