package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.RejectCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** What a connection on a real socket does, whichever driver moves its bytes. */
@Timeout(60)
abstract class ConnectionContract {
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY));
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);
    private static final String HELLO =
            "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":1048576}\n";

    private final EventLog java = new EventLog();
    private final EventLog godot = new EventLog();
    private final CompletableFuture<Connection> accepted = new CompletableFuture<>();
    private final TestDriver driver;

    ConnectionContract(TestDriver driver) {
        this.driver = driver;
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void messagesAndRequestsTravelAndACloseFlushes() throws Exception {
        try (Listener listener = listen(GODOT)) {
            Connection client = connect(listener.port());
            java.next(Event.Opened.class);
            godot.next(Event.Opened.class);
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            client.request(new Toy.Ask(1), Duration.ofSeconds(20), answer::complete);
            Event.RequestReceived request = godot.next(Event.RequestReceived.class);
            accepted.get().reply(request.id(), new Toy.Answer(2));
            assertThat(answer.get(20, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Reply(new Toy.Answer(2)));
            for (int i = 0; i < 5000; i++) {
                client.send(new Toy.Say("number " + i));
            }
            client.close();
            for (int i = 0; i < 5000; i++) {
                assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("number " + i)));
            }
            assertThat(godot.next(Event.Closed.class).reason().text())
                    .isEqualTo("the peer closed the connection");
            accepted.get().close();
        }
    }

    @Test
    void requestTimesOutBySilence() throws Exception {
        try (Listener listener = listen(GODOT);
                Connection client = connect(listener.port())) {
            java.next(Event.Opened.class);
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            client.request(new Toy.Ask(1), Duration.ofMillis(10), answer::complete);
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Outcome.TimedOut());
        }
        accepted.get().close();
    }

    @Test
    void packetsMayBeCutAnywhere() throws Exception {
        try (Listener listener = listen(GODOT);
                Socket peer = driver.peer(listener.port())) {
            peer.setTcpNoDelay(true);
            write(
                    peer,
                    HELLO
                            + "{\"type\":\"say\",\"text\":\"one\"}\n"
                            + "{\"type\":\"say\",\"text\":\"two\"}\n"
                            + "{\"type\"");
            godot.next(Event.Opened.class);
            assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("one")));
            assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("two")));
            byte[] rest = ":\"say\",\"text\":\"€\"}\n".getBytes(StandardCharsets.UTF_8);
            int middleOfTheEuro = rest.length - 5;
            peer.getOutputStream().write(rest, 0, middleOfTheEuro);
            peer.getOutputStream().flush();
            peer.getOutputStream().write(rest, middleOfTheEuro, rest.length - middleOfTheEuro);
            assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("€")));
        }
        godot.next(Event.Closed.class);
    }

    @Test
    void connectionRefused() throws Exception {
        int port = freePort();
        assertThatThrownBy(() -> connect(port))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        "no game listens on 127.0.0.1:"
                                + port
                                + ": start it first, or check the port");
    }

    @Test
    void portInUse() throws Exception {
        try (Listener listener = listen(GODOT)) {
            int port = listener.port();
            assertThatThrownBy(() -> Listener.open("127.0.0.1", port, socket -> {}, problem -> {}))
                    .isInstanceOf(ListenException.class)
                    .hasMessage(
                            "port "
                                    + port
                                    + " on 127.0.0.1 is in use: stop the program that has it, or"
                                    + " choose another port");
        }
    }

    @Test
    void peerThatCannotBeTakenIsToldAndOthersAreTaken() throws Exception {
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        try (Listener listener =
                Listener.open(
                        "127.0.0.1",
                        0,
                        socket -> {
                            throw new ExceptionInInitializerError("a class that cannot be had");
                        },
                        problems::add)) {
            for (int i = 0; i < 2; i++) {
                try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                    assertThat(peer.getInputStream().read()).isEqualTo(-1);
                    assertThat(problems.take().text()).contains("a class that cannot be had");
                }
            }
        }
    }

    @Test
    void serverOfAnotherProtocol() throws Exception {
        try (ServerSocket other = driver.listen()) {
            Connection client = connect(other.getLocalPort());
            try (Socket socket = other.accept()) {
                write(socket, "SSH-2.0-Other\r\n");
                assertThat(java.next())
                        .isEqualTo(
                                new Event.Closed(
                                        new CloseReason(
                                                CloseReason.Kind.REFUSED,
                                                "the first line is no welcome of a Gdwire peer but:"
                                                        + " SSH-2.0-Other",
                                                RejectCode.NOT_A_HELLO)));
            }
            client.close();
        }
    }

    @Test
    void clientOfAnotherProtocolIsToldAndDisconnected() throws Exception {
        try (Listener listener = listen(GODOT);
                Socket peer = driver.peer(listener.port())) {
            write(peer, "GET / HTTP/1.1\r\n\r\n");
            InputStream in = peer.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "{\"gdwire\":\"reject\",\"code\":\"not_a_hello\",\"message\":\"the"
                                + " first line is no hello of a Gdwire peer but: GET / HTTP/1.1;"
                                + " use a Gdwire client, or allow plain mode on the server\"}\n");
        }
    }

    @Test
    void peerThatClosesInTheMiddleOfALine() throws Exception {
        try (Listener listener = listen(GODOT)) {
            try (Socket peer = driver.peer(listener.port())) {
                write(peer, HELLO + "{\"type\":\"sa");
                godot.next(Event.Opened.class);
                peer.shutdownOutput();
                assertThat(godot.next(Event.ProblemEvent.class).problem())
                        .hasToString(
                                "truncated: the connection ended in the middle of a line, after 11"
                                    + " bytes of it: each line needs a newline at its end (line:"
                                    + " {\"type\":\"sa)");
                godot.next(Event.Closed.class);
            }
        }
    }

    @Test
    void closeDoesNotWaitForAPeerThatDoesNotRead() throws Exception {
        LinkOptions small =
                LinkOptions.DEFAULT.withCloseTimeout(Duration.ofMillis(50)).withOutboundBytes(1024);
        try (ServerSocket deaf = driver.listen()) {
            EngineOptions plain = JAVA.withPlain(PlainMode.PLAIN);
            Connection client = driver.connect(deaf.getLocalPort(), plain, small, java);
            client.start();
            try (Socket socket = deaf.accept()) {
                CompletableFuture<Void> flood =
                        CompletableFuture.runAsync(() -> sendUntilClosed(client));
                java.next(Event.PlainOpened.class);
                client.close();
                assertThatThrownBy(() -> flood.get(20, TimeUnit.SECONDS))
                        .hasRootCauseInstanceOf(ConnectionClosedException.class);
                assertThat(socket.isConnected()).isTrue();
            }
        }
    }

    @Test
    void requestTimesOutWhileThereIsNoRoomToSendIt() throws Exception {
        try (Listener listener = listen(GODOT);
                Socket deaf = driver.peer(listener.port())) {
            write(deaf, HELLO);
            godot.next(Event.Opened.class);
            Connection game = accepted.get();
            Thread flood =
                    new Thread(
                            () -> {
                                while (!Thread.currentThread().isInterrupted()) {
                                    sayMuch(game);
                                }
                            });
            flood.start();
            while (flood.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> callBriefly(game));
            assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo(new Outcome.TimedOut());
            assertThat(game.waitingRequests()).isZero();
            flood.interrupt();
            flood.join();
            game.close();
        }
    }

    private static void sayMuch(Connection game) {
        try {
            game.send(new Toy.Say("x".repeat(100_000)));
        } catch (GdwireException e) {
            assertThat(e).hasMessage("Interrupted while waiting to send: nothing was sent.");
        }
    }

    private static Outcome callBriefly(Connection game) {
        try {
            return game.call(new Toy.Query(1), Duration.ofMillis(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sendUntilClosed(Connection client) {
        while (true) {
            client.sendPlain(
                    tools.jackson.databind.node.JsonNodeFactory.instance
                            .objectNode()
                            .put("text", "x".repeat(10_000)));
        }
    }

    private Listener listen(EngineOptions options) {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    Connection connection =
                            driver.over(socket, options, LinkOptions.DEFAULT, godot);
                    accepted.complete(connection);
                    connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private Connection connect(int port) {
        Connection connection = driver.connect(port, JAVA, LinkOptions.DEFAULT, java);
        connection.start();
        return connection;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
