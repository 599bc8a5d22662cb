package dev.gdwire.integration.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.integration.TlsPair;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An {@link AttackedServer} that runs. */
final class JavaTarget implements Target {
    /** What the server lives with: whoever makes it take more than that ends it. */
    static final int HEAP_MEBIBYTES = 256;

    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedWriter commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedDeque<String> printed = new ConcurrentLinkedDeque<>();
    private final int port;
    private final boolean isTls;

    /**
     * Starts one.
     *
     * @param driver {@code blocking} or {@code selector}
     */
    JavaTarget(String driver, int mostPeers) throws IOException {
        this(driver, mostPeers, null);
    }

    /** The same under TLS, with such a certificate. */
    JavaTarget(String driver, int mostPeers, @Nullable TlsPair pair) throws IOException {
        isTls = pair != null;
        List<String> arguments = new ArrayList<>(List.of(driver, "" + mostPeers));
        if (pair != null) {
            arguments.add(pair.certificate().toString());
            arguments.add(pair.key().toString());
        }
        process = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
        commands =
                new BufferedWriter(
                        new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread reader = new Thread(this::read, "attacked-output");
        reader.setDaemon(true);
        reader.start();
        port = Integer.parseInt(answer());
    }

    private static List<String> command(List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + HEAP_MEBIBYTES + "m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AttackedServer.class.getName()));
        command.addAll(arguments);
        return command;
    }

    @Override
    public Dial dial() {
        return isTls ? TlsDial.to(port) : Dial.plain(port);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.add(line);
                if (printed.size() > 100) {
                    printed.removeFirst();
                }
                if (line.matches("[0-9 -]+|left:.*")) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            printed.add("(its output could not be read: " + e + ")");
        }
    }

    private String answer() {
        try {
            String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("the server says nothing; its output: " + output());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Footprint footprint() {
        try {
            commands.write(AttackedServer.USAGE + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new AssertionError("the server has ended; its output: " + output(), e);
        }
        long[] numbers = Arrays.stream(answer().split(" ")).mapToLong(Long::parseLong).toArray();
        return new Footprint(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String output() {
        return String.join("\n", printed);
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        boolean lived = isAlive();
        try {
            commands.close();
            if (lived) {
                assertThat(answer()).isEqualTo("left:");
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
