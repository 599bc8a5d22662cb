package dev.gdwire.benchmarks.start;

import dev.gdwire.benchmarks.MarkdownReport;
import dev.gdwire.benchmarks.report.Median;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Listener;
import dev.gdwire.transport.Role;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Starts programs, each kind in turn, and measures the time from before the start to the line that
 * says that its first work is done.
 */
public final class StartRun {
    private static final int ROUNDS = 21;
    private static final double NANOS_OF_A_MILLI = 1e6;
    private static final Pattern NEEDED =
            Pattern.compile(
                    "^(classes|protocol-model|transport|jspecify|jackson-annotations|jackson-(core|databind)-3)");

    /** What a program with Gdwire needs: each other archive would cost time to open it. */
    private static final String CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> NEEDED.matcher(new File(entry).getName()).find())
                    .collect(Collectors.joining(File.pathSeparator));

    private StartRun() {}

    /** Takes how many rounds, if others are wanted. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        try (Listener listener = Listener.open("127.0.0.1", 0, StartRun::answer, StartRun::fail)) {
            System.out.print(report(rounds, listener.port()));
        }
        System.exit(0);
    }

    private static MarkdownReport report(int rounds, int port)
            throws IOException, InterruptedException {
        Map<FirstWork, DoubleStream.Builder> times = new EnumMap<>(FirstWork.class);
        for (FirstWork work : FirstWork.values()) {
            times.put(work, DoubleStream.builder());
        }
        for (int round = 0; round < rounds; round++) {
            for (FirstWork work : FirstWork.values()) {
                times.get(work).add(millis(work, port));
            }
        }
        MarkdownReport report = new MarkdownReport("First work", "ms, median");
        times.forEach(
                (work, all) ->
                        report.row(
                                work.label(),
                                String.format(
                                        Locale.ROOT,
                                        "%.0f",
                                        Median.of(all.build()).orElseThrow())));
        return report;
    }

    private static double millis(FirstWork work, int port)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        CLASS_PATH,
                        FirstMessage.class.getName(),
                        work.name(),
                        "" + port);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            double millis = (System.nanoTime() - start) / NANOS_OF_A_MILLI;
            if (!"done".equals(line) || process.waitFor() != 0) {
                throw new IllegalStateException(work + " failed");
            }
            return millis;
        }
    }

    private static void answer(SocketChannel socket) {
        EngineOptions options =
                EngineOptions.of(Role.ACCEPTOR, List.of(SamplesProtocol.INSTANCE))
                        .withSide(FirstWork.ANSWERING);
        Connection[] connection = new Connection[1];
        connection[0] =
                new BlockingDriver()
                        .over(
                                socket,
                                options,
                                LinkOptions.DEFAULT,
                                event -> {
                                    if (event instanceof Event.RequestReceived request) {
                                        connection[0].reply(request.id(), FirstWork.MESSAGE);
                                    }
                                });
        connection[0].start();
    }

    private static void fail(Object problem) {
        throw new IllegalStateException(problem.toString());
    }
}
