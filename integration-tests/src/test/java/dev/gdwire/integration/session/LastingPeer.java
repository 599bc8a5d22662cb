package dev.gdwire.integration.session;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotServer;
import dev.gdwire.integration.siege.Load;
import dev.gdwire.integration.siege.SiegeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The Java side as a program of its own, which can be stopped and killed. */
final class LastingPeer implements AutoCloseable {
    /** As often as that, at least, it says something. */
    static final Duration PROMISE = Duration.ofMillis(1500);

    private final Process process;
    private final BufferedReader output;

    private LastingPeer(Process process) {
        this.process = process;
        output = process.inputReader();
    }

    /** Starts one, with the arguments of {@link #main}. */
    static LastingPeer start(String kind, int port) throws IOException {
        return new LastingPeer(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LastingPeer.class.getName(),
                                kind,
                                Integer.toString(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /** The port of a server; of a client, 0 once it is connected. */
    int port() throws IOException {
        return Integer.parseInt(output.readLine());
    }

    /** Stops it, as a machine that swaps or a debugger may do, or lets it go on. */
    void signal(String name) throws IOException, InterruptedException {
        int code =
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException("kill ended with " + code);
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Takes {@code client} or {@code server}, and the port. Both send back the first of a row. */
    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[1]);
        SessionLog log = new SessionLog();
        if (arguments[0].equals("client")) {
            CompletableFuture<GodotClient<SiegeMessage>> client = new CompletableFuture<>();
            client.complete(
                    log.on(GodotSessionTest.client())
                            .silence(PROMISE)
                            .on(Load.class, load -> client.join().send(load))
                            .connect("127.0.0.1", port));
            System.out.println(0);
        } else {
            GodotServer server =
                    log.on(GodotSessionTest.server())
                            .silence(PROMISE)
                            .on(Load.class, (load, peer) -> peer.send(load))
                            .listen(port);
            System.out.println(server.port());
        }
        Thread.sleep(Long.MAX_VALUE);
    }
}
