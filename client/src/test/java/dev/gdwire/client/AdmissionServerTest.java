package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that are too many, and those that connect and say nothing. */
@Timeout(120)
class AdmissionServerTest {
    private static final String HELLO =
            "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536}\n";
    private static final String QUERY = "{\"type\":\"query\",\"n\":%d,\"$id\":%d}\n";
    private static final int SILENT = 500;

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        Threads.assertNoneIsLeft();
    }

    @Test
    void peerTooManyHearsTheLimitAndTheOthersDoNotNotice() throws Exception {
        try (GodotServer server = server(builder -> builder.maxPeers(2))) {
            Socket first = greeted(server);
            Socket second = greeted(server);
            assertThat(answerToHello(server))
                    .isEqualTo(
                            "{\"gdwire\":\"reject\",\"code\":\"busy\",\"message\":\"there are 2"
                                    + " peers already, the most (maxPeers): end one, or raise the"
                                    + " limit\"}");
            assertThat(ask(first, 1)).isEqualTo(2);
            assertThat(ask(second, 1)).isEqualTo(2);
            assertThat(problems.poll(20, TimeUnit.SECONDS).text())
                    .startsWith("a peer was refused: there are 2 peers already");
            first.close();
            while (server.peers().size() == 2) {
                Thread.sleep(1);
            }
            greeted(server);
        }
    }

    @Test
    void peerTooManyOfOneAddressHearsThat() throws Exception {
        try (GodotServer server = server(builder -> builder.maxPeersPerAddress(1))) {
            Socket first = greeted(server);
            assertThat(answerToHello(server))
                    .contains(
                            "there are 1 peers from 127.0.0.1 already, the most from one address"
                                    + " (maxPeersPerAddress)");
            assertThat(ask(first, 1)).isEqualTo(2);
        }
    }

    @Test
    void peersThatSayNothingTakeNoPeersPlaceAndLoseTheirOwn() throws Exception {
        for (int shared = 0; shared < 2; shared++) {
            int threads = shared;
            try (GodotServer server =
                    server(
                            builder ->
                                    threads == 0
                                            ? builder.maxHandshakes(8)
                                            : builder.maxHandshakes(8).sharedThreads(threads))) {
                Socket honest = greeted(server);
                int before = Thread.activeCount();
                for (int i = 1; i <= SILENT; i++) {
                    connect(server);
                    if (i % 100 == 0) {
                        assertThat(ask(honest, i)).isEqualTo(i + 1);
                    }
                }
                // One that comes now is served at once, though none of the others has gone.
                assertThat(ask(greeted(server), 1)).isEqualTo(2);
                assertThat(Thread.activeCount() - before).isLessThan(8 * 3 + 40);
                assertThat(open()).isLessThanOrEqualTo(8 + 2);
                Problem problem = problems.poll(20, TimeUnit.SECONDS);
                assertThat(problem.kind()).isEqualTo(ProblemKind.CONNECTION);
                assertThat(problem.text())
                        .isEqualTo(
                                "1 handshakes given up so far, the last from 127.0.0.1, which had"
                                    + " the most of them: more than 8 were in progress at once, the"
                                    + " most (maxHandshakes)");
                // At 1, 2, 4, 8 ... only.
                assertThat(problems.size()).isLessThan(10);
            }
            problems.clear();
            nothingIsLeft();
            sockets.clear();
        }
    }

    /** How many of the test's sockets the server has not closed. */
    private long open() throws IOException {
        long open = 0;
        for (Socket socket : sockets) {
            socket.setSoTimeout(20);
            open += isOpen(socket) ? 1 : 0;
        }
        return open;
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException nothingSaid) {
            return true;
        } catch (java.net.SocketException reset) {
            return false;
        }
    }

    @Test
    void whoWasRefusedCountsAsAHandshakeUntilItHasGone() throws Exception {
        try (GodotServer server =
                server(
                        builder ->
                                builder.maxPeers(1)
                                        .maxHandshakes(4)
                                        .closeTimeout(Duration.ofHours(1)))) {
            Socket honest = greeted(server);
            for (int i = 0; i < 50; i++) {
                // Each reads why it is refused, and stays.
                assertThat(answerToHello(server)).contains("maxPeers");
            }
            assertThat(ask(honest, 1)).isEqualTo(2);
            assertThat(Thread.activeCount()).isLessThan(60);
            honest.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private GodotServer server(UnaryOperator<ServerBuilder> with) {
        return with.apply(
                        GodotServer.builder(ToyProtocol.TOY)
                                .closeTimeout(Duration.ofMillis(500))
                                .onProblem(problems::add)
                                .onRequest(
                                        Toy.Query.class,
                                        (query, peer) -> new Toy.Info(query.n() + 1)))
                .listen(0);
    }

    private Socket connect(GodotServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        return socket;
    }

    private Socket greeted(GodotServer server) throws IOException {
        Socket socket = connect(server);
        assertThat(say(socket, HELLO)).startsWith("{\"gdwire\":\"welcome\"");
        return socket;
    }

    private String answerToHello(GodotServer server) throws IOException {
        return say(connect(server), HELLO);
    }

    private static long ask(Socket socket, int n) throws IOException {
        String answer = say(socket, QUERY.formatted(n, n));
        assertThat(answer).startsWith("{\"type\":\"info\",\"n\":").endsWith("\"$re\":" + n + "}");
        return Long.parseLong(answer.replaceAll(".*\"n\":(\\d+).*", "$1"));
    }

    /** Sends a line, and reads one that is no ping. */
    private static String say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        String answer = readLine(socket);
        while (answer.startsWith("{\"gdwire\":\"ping\"")) {
            answer = readLine(socket);
        }
        return answer;
    }

    private static String readLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = socket.getInputStream().read();
                b >= 0 && b != '\n';
                b = socket.getInputStream().read()) {
            line.append((char) b);
        }
        return line.toString();
    }
}
