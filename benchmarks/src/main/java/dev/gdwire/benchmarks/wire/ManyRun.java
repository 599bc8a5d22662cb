package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.MarkdownReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what many connections at ping-pong cost one process that serves them, and how soon they
 * are answered. The server and the peers have a process each.
 */
public final class ManyRun {
    private static final double KILOBYTE = 1e3;
    private static final int WARM_UP_PEERS = 50;

    /** A heap that the system has given before: what the process takes more is outside of it. */
    private static final List<String> SERVER_OPTIONS =
            List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

    private ManyRun() {}

    /** Exits 1 when the arguments are wrong or a process fails. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            ManyChoice choice = ManyChoice.parse(List.of(arguments));
            MarkdownReport report =
                    new MarkdownReport(
                            "Server",
                            "Connections",
                            "Heap each, KB",
                            "Outside of the heap each, KB",
                            "Heap grown meanwhile, KB each",
                            "Threads",
                            "Round trips a second",
                            "p50 ms",
                            "p99 ms",
                            "Longest ms");
            for (Served served : Served.values()) {
                for (int connections : choice.connections()) {
                    System.err.printf(
                            "benchmarks: %s: %d connections%n", served.label(), connections);
                    measure(served, connections, choice.seconds(), report);
                }
            }
            System.out.print(report);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void measure(Served served, int connections, int seconds, MarkdownReport report)
            throws IOException, InterruptedException {
        String most = "" + (connections + WARM_UP_PEERS);
        try (Other server = Other.start(SERVER_OPTIONS, ManyServer.class, served.name(), most)) {
            String port = server.line();
            // Classes and compiled code are there before; they would count as the connections'.
            try (Other load = load(port, WARM_UP_PEERS, seconds)) {
                load.line();
                load.ask();
            }
            ServerMemory before = ServerMemory.parse(server.ask());
            try (Other load = load(port, connections, seconds)) {
                load.line();
                ServerMemory warm = ServerMemory.parse(server.ask());
                ManyFigures figures = ManyFigures.parse(load.ask());
                ServerMemory after = ServerMemory.parse(server.ask());
                report.row(
                        served.label(),
                        String.format(Locale.ROOT, "%,d", connections),
                        each(after.heap() - before.heap(), connections),
                        each(after.resident() - before.resident(), connections),
                        each(after.heap() - warm.heap(), connections),
                        "" + after.threads(),
                        String.format(Locale.ROOT, "%,.0f", figures.perSecond()),
                        String.format(Locale.ROOT, "%.1f", figures.p50Millis()),
                        String.format(Locale.ROOT, "%.1f", figures.p99Millis()),
                        String.format(Locale.ROOT, "%.1f", figures.longestMillis()));
            }
        }
    }

    private static Other load(String port, int connections, int seconds) throws IOException {
        return Other.start(List.of(), ManyLoad.class, port, "" + connections, "" + seconds);
    }

    private static String each(long bytes, int connections) {
        return String.format(Locale.ROOT, "%.1f", bytes / KILOBYTE / connections);
    }

    /** Another process, which answers lines with lines. */
    private static final class Other implements AutoCloseable {
        private final String name;
        private final Process process;
        private final BufferedReader output;

        private Other(String name, Process process) {
            this.name = name;
            this.process = process;
            output = process.inputReader();
        }

        static Other start(List<String> options, Class<?> main, String... arguments)
                throws IOException {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
            command.addAll(List.of(arguments));
            return new Other(
                    main.getSimpleName(),
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        }

        String line() throws IOException {
            String line = output.readLine();
            if (line == null) {
                throw new IOException(name + " failed, see above");
            }
            return line;
        }

        String ask() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return line();
        }

        @Override
        public void close() throws IOException {
            try (output) {
                process.destroyForcibly().waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
