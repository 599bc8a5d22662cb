package dev.gdwire.integration.attack;

import dev.gdwire.client.GodotServer;
import dev.gdwire.client.ServerBuilder;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.Load;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.integration.siege.Work;
import dev.gdwire.transport.SessionOptions;
import dev.gdwire.transport.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * The program that is attacked: a server with the usual limits, in a process of its own. It does
 * what is asked of it by lines of its input, and ends with that.
 */
final class AttackedServer {
    /** Asks for a line with the footprint, after a full collection. */
    static final String USAGE = "usage";

    /** So that a test needs not wait for long until peers that say nothing are refused. */
    static final Duration HANDSHAKE = Duration.ofSeconds(2);

    /** So that the places of sessions that nobody resumes are free again soon. */
    private static final Duration RESUME = Duration.ofSeconds(2);

    private static final long WORK_MILLIS = 2;

    private AttackedServer() {}

    /**
     * Takes {@code blocking} or {@code selector}, how many peers there are at most, and, for TLS,
     * the files of a certificate and its key.
     */
    public static void main(String[] arguments) throws IOException {
        LongAdder problems = new LongAdder();
        LongAdder loads = new LongAdder();
        ServerBuilder builder =
                GodotServer.builder(SiegeProtocol.INSTANCE)
                        .handshakeTimeout(HANDSHAKE)
                        .maxPeers(Integer.parseInt(arguments[1]))
                        .sessions(SessionOptions.DEFAULT.withResumeTimeout(RESUME))
                        .onRequest(Ask.class, (ask, peer) -> new Answer(ask.n() + 1))
                        .on(Echo.class, (echo, peer) -> peer.send(echo))
                        .on(Load.class, (load, peer) -> loads.increment())
                        .on(Work.class, (work, peer) -> pause())
                        .onProblem(problem -> problems.increment());
        if (arguments.length > 2) {
            builder.tls(Tls.server(Path.of(arguments[2]), Path.of(arguments[3])));
        }
        if (arguments[0].equals("selector")) {
            builder.sharedThreads(1);
        }
        try (GodotServer server = builder.listen(0)) {
            System.out.println(server.port());
            serve();
        }
        System.out.println(left());
    }

    private static void pause() {
        try {
            Thread.sleep(WORK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve() throws IOException {
        BufferedReader commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (commands.readLine() != null) {
            System.gc();
            System.out.println(footprint());
        }
    }

    private static String footprint() {
        long direct =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        return "%d %d %d %d"
                .formatted(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                        direct,
                        Resident.of(ProcessHandle.current().pid()),
                        ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** The names of the library's threads that have not ended soon after the server has. */
    private static String left() {
        StringBuilder names = new StringBuilder("left:");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("gdwire-")) {
                try {
                    thread.join(HANDSHAKE.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                names.append(thread.isAlive() ? " " + thread.getName() : "");
            }
        }
        return names.toString();
    }
}
