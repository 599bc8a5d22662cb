package dev.gdwire.benchmarks.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/** A contestant's two processes: one that listens and one that connects, both fresh. */
final class Duel {
    /**
     * The same heap for all, compiled in the foreground: else a busy machine measures the
     * interpreter. Netty is spared its search for leaks.
     */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xms512m",
                    "-Xmx512m",
                    "-XX:+AlwaysPreTouch",
                    "-Xbatch",
                    "-Dio.netty.leakDetection.level=disabled");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Contest contest;
    private final Contestant contestant;
    private final Duration time;

    /** Warms up for so long or some times longer, and measures for so long. */
    Duel(Contest contest, Contestant contestant, Duration time) {
        this.contest = contest;
        this.contestant = contestant;
        this.time = time;
    }

    /**
     * Runs both.
     *
     * @throws IOException if one of them fails
     */
    Figures run() throws IOException, InterruptedException {
        Process server = start(ServerProcess.class);
        try (BufferedReader ports = server.inputReader()) {
            String line = ports.readLine();
            if (line == null) {
                throw failed("the process that listens");
            }
            return figures(line.split(" "));
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Figures figures(String[] ports) throws IOException, InterruptedException {
        Process client = start(ClientProcess.class, ports[0], ports[1], "" + time.toNanos());
        try (BufferedReader output = client.inputReader()) {
            long patience = PATIENCE.plus(time.multipliedBy(11)).toSeconds();
            if (!client.waitFor(patience, TimeUnit.SECONDS) || client.exitValue() != 0) {
                throw failed("the process that connects");
            }
            return Figures.parse(output.readLine());
        } catch (NoSuchElementException | NumberFormatException e) {
            throw failed("the process that connects");
        } finally {
            client.destroyForcibly().waitFor();
        }
    }

    private IOException failed(String what) {
        return new IOException(
                "%s, %s, %s: %s failed, see above"
                        .formatted(
                                contest.kind().label(),
                                contest.shape().label(),
                                contestant.label(),
                                what));
    }

    private Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(contest.kind().name(), contest.shape().name(), contestant.name()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
