package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.benchmarks.samples.SmallRequest;
import dev.gdwire.client.GodotServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The process that serves many connections with one thread that reads and writes. Its output is its
 * port, and its {@link ServerMemory} for each line of its input, with the end of which it ends.
 */
final class ManyServer {
    private ManyServer() {}

    /** Takes the name of a {@link Served} and how many peers there are at most. */
    public static void main(String[] arguments) {
        try {
            System.out.println(listen(Served.valueOf(arguments[0]), arguments[1]));
            BufferedReader commands =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (commands.readLine() != null) {
                System.out.println(ServerMemory.now().toLine());
            }
            Fatal.end();
        } catch (IOException | RuntimeException e) {
            Fatal.exit(e);
        }
    }

    private static int listen(Served served, String most) {
        if (served == Served.LISTENER) {
            return GdwirePeers.selector().answer(new Tallies());
        }
        return GodotServer.builder(SamplesProtocol.INSTANCE)
                .maxPeers(Integer.parseInt(most))
                .sharedThreads(1)
                .onRequest(SmallRequest.class, (request, peer) -> Requests.reply(request))
                .onProblem(problem -> Fatal.exit(new IOException(problem.toString())))
                .listen(0)
                .port();
    }
}
