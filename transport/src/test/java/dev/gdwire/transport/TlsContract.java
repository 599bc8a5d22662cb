package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.RejectCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What TLS adds to a connection, and takes from those who attack it; with either driver. */
@Timeout(60)
abstract class TlsContract {
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY));
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);
    private static final String ONE_SIDE =
            "one side uses TLS, the other does not; give TLS to both, or to none";

    private final EventLog java = new EventLog();
    private final EventLog godot = new EventLog();
    private final LinkedBlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();
    private final TestDriver driver;

    TlsContract(TestDriver driver) {
        this.driver = driver;
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        accepted.forEach(Connection::close);
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void longMessagesTravelBothWaysAtOnce() throws Exception {
        try (Listener listener = listen(GODOT);
                Connection client = connect(listener.port(), TestPair.ec())) {
            opened();
            Connection game = accepted.element();
            int count = 8;
            Future<Void> up = sendLong(client, count);
            Future<Void> down = sendLong(game, count);
            for (int i = 0; i < count; i++) {
                assertThat(java.next().equals(new Event.Received(longMessage(i)))).isTrue();
                assertThat(godot.next().equals(new Event.Received(longMessage(i)))).isTrue();
            }
            up.get();
            down.get();
        }
        closedBy(godot, CloseReason.Kind.REMOTE);
    }

    @Test
    void rsaKeysWorkToo() throws Exception {
        TestPair rsa = TestPair.rsa();
        try (Listener listener = listen(GODOT, tls(rsa.tls(Role.ACCEPTOR)));
                Connection client = connect(listener.port(), rsa)) {
            opened();
            client.send(new Toy.Say("hello"));
            assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("hello")));
        }
    }

    @Test
    void bytesMayComeOneByOne() throws Exception {
        exchange(TlsProxy::singly);
    }

    @Test
    void bytesMayComeAllAtOnce() throws Exception {
        exchange(TlsProxy::gathered);
    }

    private void exchange(TlsProxy.Way way) throws Exception {
        try (Listener listener = listen(GODOT);
                TlsProxy proxy = new TlsProxy(listener.port(), way);
                Connection client = connect(proxy.port(), TestPair.ec())) {
            opened();
            Connection game = accepted.element();
            for (int i = 0; i < 100; i++) {
                client.send(new Toy.Say("up " + i));
                game.send(new Toy.Moved(i));
            }
            for (int i = 0; i < 100; i++) {
                assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("up " + i)));
                assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(i)));
            }
            client.shutdown();
            closedBy(godot, CloseReason.Kind.REMOTE);
        }
    }

    @Test
    void streamThatIsCutOffIsNoCleanEnd() throws Exception {
        try (Listener listener = listen(GODOT);
                TlsProxy proxy = new TlsProxy(listener.port(), TlsProxy::asIs);
                Connection client = connect(proxy.port(), TestPair.ec())) {
            opened();
            client.send(new Toy.Say("last"));
            assertThat(godot.next()).isEqualTo(new Event.Received(new Toy.Say("last")));
            proxy.cut();
            for (EventLog log : List.of(java, godot)) {
                assertThat(closedBy(log, CloseReason.Kind.BROKEN))
                        .isEqualTo(
                                "the stream ended without the end that TLS gives it"
                                        + " (close_notify): it was cut off on its way, or the"
                                        + " peer's program died");
            }
        }
    }

    @Test
    void bytesThatAreChangedOnTheirWayReachNobody() throws Exception {
        try (Listener listener = listen(GODOT);
                TlsProxy proxy = new TlsProxy(listener.port(), new Forger()::carry);
                Connection client = connect(proxy.port(), TestPair.ec())) {
            opened();
            client.send(new Toy.Say("x".repeat(200_000)));
            assertThat(closedBy(godot, CloseReason.Kind.BROKEN)).contains("TLS");
        }
    }

    /** Changes one bit of a byte, once the handshakes are over. */
    private static final class Forger {
        private void carry(InputStream in, OutputStream out) throws IOException {
            byte[] bytes = new byte[16_384];
            long seen = 0;
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (seen <= 100_000 && seen + length > 100_000) {
                    bytes[(int) (100_000 - seen)] ^= 1;
                }
                seen += length;
                out.write(bytes, 0, length);
            }
        }
    }

    @Test
    void otherCertificateThanThePinnedIsRefused() throws Exception {
        TestPair other = TestPair.other();
        try (Listener listener = listen(GODOT);
                Connection client = connect(listener.port(), other)) {
            assertThat(closedBy(java, CloseReason.Kind.BROKEN))
                    .isEqualTo(
                            "the peer shows another certificate than the one that is pinned:"
                                    + " expected %s, got %s; if the peer has a new certificate, pin"
                                    + " that one, else somebody is between you and the peer",
                            Tls.pin(other.certificate()), Tls.pin(TestPair.ec().certificate()));
            assertThat(closedBy(godot, CloseReason.Kind.BROKEN))
                    .startsWith("the peer ended TLS with the alert ")
                    .endsWith(": does it have this side's certificate or pin, and TLS 1.3?");
            assertThatThrownBy(() -> client.send(new Toy.Say("secret")))
                    .isInstanceOf(ConnectionClosedException.class);
        }
    }

    @Test
    void authorityVouchesForAName() throws Exception {
        TestPair signed = TestPair.signed();
        LinkOptions trusting = tls(Tls.trusting(signed.certificate()));
        try (Listener listener = listen(GODOT, tls(signed.tls(Role.ACCEPTOR)))) {
            try (Connection client =
                    driver.driver().connect("localhost", listener.port(), JAVA, trusting, java)) {
                client.start();
                opened();
            }
            java.next(Event.Closed.class);
            godot.next(Event.Closed.class);
            try (Connection client =
                    driver.driver().connect("127.0.0.1", listener.port(), JAVA, trusting, java)) {
                client.start();
                assertThat(closedBy(java, CloseReason.Kind.BROKEN)).contains("127.0.0.1");
            }
        }
    }

    @Test
    void peerWithoutTlsIsToldSoInItsWords() throws Exception {
        try (Listener listener = listen(GODOT);
                Connection client = connect(listener.port(), LinkOptions.DEFAULT)) {
            CloseReason reason = java.next(Event.Closed.class).reason();
            assertThat(reason)
                    .isEqualTo(
                            new CloseReason(
                                    CloseReason.Kind.REJECTED,
                                    "not_a_hello: the first line is not in TLS: " + ONE_SIDE,
                                    RejectCode.NOT_A_HELLO));
            assertThat(closedBy(godot, CloseReason.Kind.BROKEN))
                    .isEqualTo("the peer speaks without TLS: " + ONE_SIDE);
            assertThat(client.isInitiator()).isTrue();
        }
    }

    @Test
    void peerWithTlsIsTakenForWhatItIs() throws Exception {
        try (Listener listener = listen(GODOT, LinkOptions.DEFAULT);
                Connection client = connect(listener.port(), TestPair.ec())) {
            assertThat(godot.next(Event.Closed.class).reason())
                    .isEqualTo(
                            new CloseReason(
                                    CloseReason.Kind.REFUSED,
                                    "the peer speaks TLS here: " + ONE_SIDE,
                                    RejectCode.NOT_A_HELLO));
            assertThat(closedBy(java, CloseReason.Kind.BROKEN))
                    .isEqualTo("the peer speaks without TLS: " + ONE_SIDE);
            assertThat(client.isInitiator()).isTrue();
        }
    }

    @Test
    void olderVersionIsRefused() throws Exception {
        try (Listener listener = listen(GODOT);
                SSLSocket peer = TestPair.ec().connect(listener.port(), "TLSv1.2")) {
            assertThatThrownBy(peer::startHandshake).isInstanceOf(SSLException.class);
            assertThat(closedBy(godot, CloseReason.Kind.BROKEN)).contains("TLSv1.2");
        }
    }

    @Test
    void peerMayEndItsSideAndGetsTheAnswers() throws Exception {
        try (Listener listener = listen(GODOT);
                SSLSocket peer = TestPair.ec().connect(listener.port())) {
            RawPeer.write(peer, RawPeer.HELLO + "{\"type\":\"ask\",\"n\":1,\"$id\":1}\n");
            assertThat(peer.getSession().getProtocol()).isEqualTo("TLSv1.3");
            BufferedReader reader = RawPeer.reader(peer);
            assertThat(reader.readLine()).startsWith("{\"gdwire\":\"welcome\"");
            godot.next(Event.Opened.class);
            Event.RequestReceived request = godot.next(Event.RequestReceived.class);
            CompletableFuture<Runnable> finish = new CompletableFuture<>();
            atEnd = finish;
            peer.shutdownOutput();
            Runnable end = finish.get(20, TimeUnit.SECONDS);
            // Longer than what a socket takes at once: the writer waits, and the reader has ended.
            accepted.element().reply(request.id(), new Toy.Answer(1));
            for (int i = 0; i < 3; i++) {
                accepted.element().send(longMessage(i));
            }
            end.run();
            assertThat(reader.readLine()).isEqualTo("{\"type\":\"answer\",\"n\":1,\"$re\":1}");
            for (int i = 0; i < 3; i++) {
                assertThat(reader.readLine()).hasSizeGreaterThan(900_000);
            }
            assertThat(reader.readLine()).isNull();
            closedBy(godot, CloseReason.Kind.REMOTE);
        }
    }

    /** What ends a connection whose peer has ended its side; at once unless a test wants it. */
    private volatile CompletableFuture<Runnable> atEnd;

    @Test
    void closeDoesNotWaitForAHandshake() throws Exception {
        LinkOptions soon = tls(TestPair.ec().tls(Role.INITIATOR));
        soon = soon.withCloseTimeout(Duration.ofMillis(50));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Connection client = connect(silent.getLocalPort(), soon);
            try (Socket peer = silent.accept()) {
                assertThat(peer.getInputStream().read()).isEqualTo(0x16);
                client.close();
            }
            closedBy(java, CloseReason.Kind.LOCAL);
        }
    }

    @Test
    void listeningSideMayCloseInTheHandshake() throws Exception {
        try (Listener listener = listen(GODOT);
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            peer.getOutputStream().write(new byte[] {0x16, 3, 1, 0x7f});
            accepted.take().close();
            closedBy(godot, CloseReason.Kind.LOCAL);
            assertIsClosed(peer);
        }
    }

    @Test
    void peerThatStallsInTheHandshakeIsDropped() throws Exception {
        EngineOptions hasty = GODOT.withHandshakeTimeout(Duration.ofMillis(200));
        LinkOptions link = tls(TestPair.ec().tls(Role.ACCEPTOR));
        try (Listener listener = listen(hasty, link.withCloseTimeout(Duration.ofMillis(50)));
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            peer.getOutputStream().write(new byte[] {0x16, 3, 1, 0x7f});
            assertThat(closedBy(godot, CloseReason.Kind.BROKEN))
                    .isEqualTo(
                            "the handshake of TLS was not done within 200 ms: does the peer use"
                                    + " TLS?");
            assertIsClosed(peer);
        }
    }

    @Test
    void stallIsNotTakenForThePeaceOfAPlainPeer() throws Exception {
        EngineOptions hasty =
                GODOT.withPlain(PlainMode.ALLOWED).withHandshakeTimeout(Duration.ofMillis(200));
        try (Listener listener = listen(hasty);
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            closedBy(godot, CloseReason.Kind.BROKEN);
            assertIsClosed(peer);
        }
    }

    @Test
    void plainSideThatConnectsHasADeadlineToo() throws Exception {
        EngineOptions hasty =
                JAVA.withPlain(PlainMode.PLAIN).withHandshakeTimeout(Duration.ofMillis(200));
        LinkOptions link = tls(TestPair.ec().tls(Role.INITIATOR));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Connection client =
                        driver.driver()
                                .connect("127.0.0.1", silent.getLocalPort(), hasty, link, java)) {
            client.start();
            java.next(Event.PlainOpened.class);
            closedBy(java, CloseReason.Kind.BROKEN);
        }
    }

    @Test
    void sideThatConnectsDoesNotWaitForEverEither() throws Exception {
        EngineOptions hasty = JAVA.withHandshakeTimeout(Duration.ofMillis(200));
        LinkOptions link = tls(TestPair.ec().tls(Role.INITIATOR));
        link = link.withCloseTimeout(Duration.ofMillis(50));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Connection client =
                        driver.driver()
                                .connect("127.0.0.1", silent.getLocalPort(), hasty, link, java)) {
            client.start();
            assertThat(closedBy(java, CloseReason.Kind.BROKEN))
                    .startsWith("the handshake of TLS was not done within 200 ms");
        }
    }

    @Test
    void peerThatHangsUpInTheHandshakeIsTold() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Connection client = connect(other.getLocalPort(), TestPair.ec())) {
            try (Socket socket = other.accept()) {
                assertThat(socket.getInputStream().read()).isEqualTo(0x16);
                socket.shutdownOutput();
                assertThat(closedBy(java, CloseReason.Kind.BROKEN))
                        .startsWith("the peer hung up in the handshake of TLS: one side uses TLS");
            }
            assertThat(client.isInitiator()).isTrue();
        }
    }

    @Test
    void whoKnocksAndGoesIsNoFault() throws Exception {
        try (Listener listener = listen(GODOT)) {
            new Socket(InetAddress.getLoopbackAddress(), listener.port()).close();
            closedBy(godot, CloseReason.Kind.REMOTE);
        }
    }

    @Test
    void eachSideHasItsKindOfTls() throws Exception {
        try (Listener listener = listen(GODOT)) {
            LinkOptions wrong = tls(TestPair.ec().tls(Role.ACCEPTOR));
            assertThatThrownBy(() -> connect(listener.port(), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The side that connects shows no certificate: use Tls.pinned or"
                                    + " Tls.trusting there, and Tls.server where you listen.");
        }
    }

    /** It may be told with an alert, and then the socket is closed, or reset. */
    private static void assertIsClosed(Socket peer) throws IOException {
        peer.setSoTimeout(20_000);
        try {
            assertThat(peer.getInputStream().readAllBytes()).hasSizeLessThan(100);
        } catch (SocketException e) {
            assertThat(e).hasMessage("Connection reset");
        }
    }

    private void opened() throws InterruptedException {
        java.next(Event.Opened.class);
        godot.next(Event.Opened.class);
    }

    private static String closedBy(EventLog log, CloseReason.Kind kind)
            throws InterruptedException {
        CloseReason reason = log.next(Event.Closed.class).reason();
        assertThat(reason.kind()).as(reason.text()).isEqualTo(kind);
        return reason.text();
    }

    private static Toy.Say longMessage(int number) {
        return new Toy.Say(number + "-".repeat(1_000_000));
    }

    private static Future<Void> sendLong(Connection connection, int count) {
        return CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; i < count; i++) {
                        connection.send(longMessage(i));
                    }
                });
    }

    private static LinkOptions tls(Tls tls) {
        return LinkOptions.DEFAULT.withTls(tls);
    }

    private Listener listen(EngineOptions options) {
        return listen(options, tls(TestPair.ec().tls(Role.ACCEPTOR)));
    }

    private Listener listen(EngineOptions options, LinkOptions link) {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    Connection connection =
                            driver.driver().over(socket, options, link, new Godot());
                    accepted.add(connection);
                    connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private Connection connect(int port, TestPair pinned) {
        return connect(port, tls(pinned.tls(Role.INITIATOR)));
    }

    private Connection connect(int port, LinkOptions link) {
        Connection connection = driver.driver().connect("127.0.0.1", port, JAVA, link, java);
        connection.start();
        return connection;
    }

    private final class Godot implements ConnectionListener {
        @Override
        public void event(Event event) {
            godot.event(event);
        }

        @Override
        public void inputEnded(Runnable finish) {
            CompletableFuture<Runnable> wanted = atEnd;
            if (wanted == null) {
                finish.run();
            } else {
                wanted.complete(finish);
            }
        }
    }
}
