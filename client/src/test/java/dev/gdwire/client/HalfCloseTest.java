package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Problem;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that send their lines, shut down their sending side, and then read. */
@Timeout(60)
class HalfCloseTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String HELLO =
            "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536}\n";

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void plainPeerGetsTheAnswersToAllThatItSent() throws Exception {
        try (GodotServer server =
                builder()
                        .allowPlain()
                        .onPlain((object, peer) -> peer.sendPlain(object.put("seen", true)))
                        .listen(0)) {
            List<String> answers = exchange(server, "{\"n\":1}\n".repeat(500));
            assertThat(answers).hasSize(500).containsOnly("{\"n\":1,\"seen\":true}");
            assertThat(closed.get(20, TimeUnit.SECONDS))
                    .isEqualTo("the peer closed the connection");
            assertThat(server.peers()).isEmpty();
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void lineThatIsCutOffIsReportedAndTheOthersAnswered() throws Exception {
        try (GodotServer server =
                builder()
                        .allowPlain()
                        .onPlain((object, peer) -> peer.sendPlain(object))
                        .listen(0)) {
            assertThat(exchange(server, "{\"n\":1}\n{\"n\":2}")).containsExactly("{\"n\":1}");
        }
        assertThat(problems)
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .endsWith(
                        "the connection ended in the middle of a line, after 7 bytes of it: each"
                                + " line needs a newline at its end");
    }

    @Test
    void typedPeerGetsTheReplyToItsRequestAndMessages() throws Exception {
        try (GodotServer server =
                builder()
                        .on(Toy.Moved.class, (moved, peer) -> peer.send(new Toy.Say("moved")))
                        .onRequest(Toy.Query.class, (query, peer) -> new Toy.Info(query.n() + 1))
                        .listen(0)) {
            List<String> answers =
                    exchange(
                            server,
                            HELLO
                                    + "{\"type\":\"moved\",\"n\":1}\n"
                                    + "{\"type\":\"query\",\"n\":4,\"$id\":1}\n");
            assertThat(answers.subList(1, answers.size()))
                    .containsExactly(
                            "{\"gdwire\":\"ping\",\"nonce\":1}",
                            "{\"type\":\"say\",\"text\":\"moved\"}",
                            "{\"type\":\"info\",\"n\":5,\"$re\":1}");
        }
    }

    @Test
    void nothingThatWaitsForThePeerWaitsAnyLonger() throws Exception {
        CompletableFuture<Throwable> called = new CompletableFuture<>();
        CompletableFuture<Throwable> received = new CompletableFuture<>();
        CompletableFuture<Throwable> calledLater = new CompletableFuture<>();
        try (GodotServer server =
                builder()
                        .on(
                                Toy.Moved.class,
                                (moved, peer) -> {
                                    called.complete(thrown(() -> peer.call(new Toy.Ask(1), LONG)));
                                    received.complete(thrown(() -> peer.receive(LONG)));
                                    calledLater.complete(
                                            thrown(() -> peer.call(new Toy.Ask(2), LONG)));
                                    peer.send(new Toy.Say("still said"));
                                })
                        .listen(0)) {
            List<String> answers = exchange(server, HELLO + "{\"type\":\"moved\",\"n\":1}\n");
            assertThat(answers.get(answers.size() - 1))
                    .isEqualTo("{\"type\":\"say\",\"text\":\"still said\"}");
        }
        assertThat(called.get()).isInstanceOf(ConnectionClosedException.class);
        assertThat(received.get()).isInstanceOf(ConnectionClosedException.class);
        assertThatThrownBy(
                        () -> {
                            throw calledLater.get();
                        })
                .isInstanceOf(ConnectionClosedException.class);
    }

    private ServerBuilder builder() {
        return GodotServer.builder(ToyProtocol.TOY)
                .onProblem(problems::add)
                .onClose((reason, peer) -> closed.complete(reason.text()));
    }

    private static Throwable thrown(Runnable action) {
        return org.assertj.core.api.Assertions.catchThrowable(action::run);
    }

    /** Sends, says that nothing more will come, and reads to the end. */
    private static List<String> exchange(GodotServer server, String text) throws Exception {
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            peer.shutdownOutput();
            byte[] answers = peer.getInputStream().readAllBytes();
            return new String(answers, StandardCharsets.UTF_8).lines().toList();
        }
    }
}
