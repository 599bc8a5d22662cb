package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.ConnectException;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.ListenException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.RejectedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bad input, and the whole text of what it gives. */
@Timeout(60)
class ClientErrorsTest {
    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void connectionRefused() throws Exception {
        int port;
        try (ServerSocket socket = server()) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", port))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        "no game listens on 127.0.0.1:%d: start it first, or check the port"
                                .formatted(port));
    }

    @Test
    void portInUse() {
        try (GodotServer first = GodotServer.builder(ToyProtocol.TOY).listen(0)) {
            int port = first.port();
            assertThatThrownBy(() -> GodotServer.builder(ToyProtocol.TOY).listen(port))
                    .isInstanceOf(ListenException.class)
                    .hasMessage(
                            "port %d on 127.0.0.1 is in use: stop the program that has it, or choose another port"
                                    .formatted(port));
        }
    }

    @Test
    void serverOfAnotherProtocol() throws Exception {
        String place = answerWith("HTTP/1.1 400 Bad Request\r\n\r\n", RejectedException.class);
        assertThat(place)
                .isEqualTo(
                        "HERE: the first line is no welcome of a Gdwire peer but: HTTP/1.1 400 Bad"
                                + " Request; check the port, or use PlainClient for a peer without"
                                + " Gdwire");
    }

    @Test
    void serverThatClosesInTheMiddleOfALine() throws Exception {
        assertThat(answerWith("{\"gdwire\":\"wel", ConnectException.class))
                .isEqualTo(
                        "HERE: the peer closed the connection before the handshake was done; check"
                                + " the port, and what the other program says");
    }

    @Test
    void serverThatSpeaksTls() throws Exception {
        assertThat(answerWith("\u0016\u0003\u0001\u0005\n", RejectedException.class))
                .isEqualTo(
                        "HERE: the peer speaks TLS here: one side uses TLS, the other does not;"
                                + " give TLS to both, or to none; check the port, or use"
                                + " PlainClient for a peer without Gdwire");
    }

    @Test
    void plainClientOfAServerWithoutPlainMode() {
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY).onProblem(problem -> {}).listen(0);
                PlainClient client = PlainClient.connect("127.0.0.1", server.port())) {
            client.send(Map.of("hello", "world"));
            assertThatThrownBy(() -> client.receive(Duration.ofSeconds(50)))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + server.port()
                                    + ": The connection has ended: not_a_hello: the first line is"
                                    + " no hello of a Gdwire peer but: {\"hello\":\"world\"}; use a"
                                    + " Gdwire client, or allow plain mode on the server: nothing"
                                    + " more will be received.");
        }
    }

    @Test
    void portsThatAreNone() {
        assertThatThrownBy(() -> GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", 70000))
                .isInstanceOf(ConnectException.class)
                .hasMessage("70000 is no port: it must be 1 to 65535");
        assertThatThrownBy(() -> GodotServer.builder(ToyProtocol.TOY).listen(-1))
                .isInstanceOf(ListenException.class)
                .hasMessage("-1 is no port: it must be 0 to 65535");
    }

    private static String answerWith(String bytes, Class<? extends Exception> type)
            throws Exception {
        try (ServerSocket server = server()) {
            int port = server.getLocalPort();
            CompletableFuture<Void> answered =
                    CompletableFuture.runAsync(() -> answer(server, bytes), Threads::start);
            Throwable thrown =
                    org.assertj.core.api.Assertions.catchThrowable(
                            () ->
                                    GodotClient.builder(ToyProtocol.TOY)
                                            .onProblem(problem -> {})
                                            .connect("127.0.0.1", port));
            answered.get(20, TimeUnit.SECONDS);
            assertThat(thrown).isInstanceOf(type);
            return String.valueOf(thrown.getMessage()).replace("127.0.0.1:" + port, "HERE");
        }
    }

    private static void answer(ServerSocket server, String bytes) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void silentServer() throws Exception {
        try (ServerSocket server = server()) {
            int port = server.getLocalPort();
            assertThatThrownBy(
                            () ->
                                    GodotClient.builder(ToyProtocol.TOY)
                                            .handshakeTimeout(Duration.ofMillis(20))
                                            .closeTimeout(Duration.ofMillis(20))
                                            .connect("127.0.0.1", port))
                    .isInstanceOf(RejectedException.class)
                    .hasMessage(
                            "127.0.0.1:%d: the handshake was not done within 20 ms; check the port, or use PlainClient for a peer without Gdwire"
                                    .formatted(port));
        }
    }

    @Test
    void gameOfAnotherSchemaSet() {
        ToyProtocol chess = new ToyProtocol("chess", "2.0", "a", "type");
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        try (SimulatedGame game = SimulatedGame.builder(chess).onProblem(problems::add).listen(0)) {
            assertThatThrownBy(() -> GodotClient.connect(ToyProtocol.TOY, "127.0.0.1", game.port()))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.code()).isEqualTo(RejectCode.NO_COMMON_PROTOCOL))
                    .hasMessage(
                            "127.0.0.1:%d: no_common_protocol: one side speaks chess 2.0, the other toy 1.0: generate both from the same schemas"
                                    .formatted(game.port()));
        }
        assertThat(problems)
                .extracting(Problem::text)
                .containsExactly(
                        "a peer was refused: one side speaks chess 2.0, the other toy 1.0: generate"
                                + " both from the same schemas");
    }

    @Test
    void serverWithPeersEnough() {
        try (SimulatedGame unused = SimulatedGame.builder(ToyProtocol.TOY).listen(0)) {
            assertThat(unused.port()).isPositive();
        }
        CompletableFuture<GodotPeer> connected = new CompletableFuture<>();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .maxPeers(1)
                                .allowPlain()
                                .onConnect(connected::complete)
                                .onProblem(problem -> {})
                                .listen(0);
                PlainClient first = PlainClient.connect("127.0.0.1", server.port());
                PlainClient second = PlainClient.connect("127.0.0.1", server.port())) {
            first.send(Map.of());
            connected.orTimeout(20, TimeUnit.SECONDS).join();
            second.send(Map.of());
            assertThatThrownBy(() -> second.receive(Duration.ofSeconds(20)))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + server.port()
                                    + ": The connection has ended: busy: there are 1 peers already,"
                                    + " the most (maxPeers): end one, or raise the limit: nothing"
                                    + " more will be received.");
            assertThat(first.receive(Duration.ofMillis(1))).isEmpty();
        }
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }
}
