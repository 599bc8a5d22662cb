package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.transport.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

/** Peers that know nothing of Gdwire, on raw sockets. */
@Timeout(60)
class PlainPeersTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void serverAnswersAPlainPeerHoweverItsPacketsAreCut() throws Exception {
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .allowPlain()
                                .onProblem(problems::add)
                                .onPlain((object, peer) -> peer.sendPlain(object.put("seen", true)))
                                .listen(0);
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = peer.getOutputStream();
            out.write(bytes("{\"hello\": \"world\"}\r\n{\"n\": 2}\n{\"c\": \"\u20ac"), 0, 33);
            assertThat(in.readLine()).isEqualTo("{\"hello\":\"world\",\"seen\":true}");
            assertThat(in.readLine()).isEqualTo("{\"n\":2,\"seen\":true}");
            out.write(bytes("{\"hello\": \"world\"}\r\n{\"n\": 2}\n{\"c\": \"\u20ac\"}\n"), 33, 9);
            assertThat(in.readLine()).isEqualTo("{\"c\":\"\u20ac\",\"seen\":true}");
            assertThat(server.peers()).singleElement().matches(GodotPeer::isPlain);
            out.write(bytes("nonsense\n{\"still\": \"here\"}\n"));
            assertThat(in.readLine()).isEqualTo("{\"still\":\"here\",\"seen\":true}");
            assertThat(problems.take().text()).startsWith("not JSON");
        }
    }

    @Test
    void objectsThatNoHandlerTakesAreReceived() throws Exception {
        BlockingQueue<GodotPeer> connected = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        GodotServer.builder().allowPlain().onConnect(connected::add).listen(0);
                PlainClient client = PlainClient.connect("127.0.0.1", server.port())) {
            client.send(Map.of("hello", "world"));
            GodotPeer peer = connected.take();
            ObjectNode object = peer.receivePlain(LONG).orElseThrow();
            assertThat(object).hasToString("{\"hello\":\"world\"}");
            peer.sendPlain(object);
            assertThat(client.receive(LONG).orElseThrow()).isEqualTo(object);
        }
    }

    @Test
    void pacedClientSendsOneLineForEachThatCame() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PlainClient client =
                        PlainClient.builder().paced().connect("127.0.0.1", server.getLocalPort());
                Socket peer = server.accept()) {
            for (int i = 0; i < 3; i++) {
                client.send(Map.of("n", i));
            }
            byte[] buffer = new byte[1000];
            for (int i = 0; i < 3; i++) {
                int length = peer.getInputStream().read(buffer);
                assertThat(new String(buffer, 0, length, StandardCharsets.UTF_8))
                        .isEqualTo("{\"n\":" + i + "}\n");
                peer.getOutputStream().write(bytes("{\"ok\":" + i + "}\n"));
                assertThat(client.receive(LONG).orElseThrow()).hasToString("{\"ok\":" + i + "}");
            }
        }
    }

    @Test
    void typedAndPlainPeersShareAServer() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .allowPlain()
                                .on(Toy.Say.class, (say, peer) -> said.add(say.text()))
                                .onPlain((object, peer) -> said.add(object.toString()))
                                .listen(0);
                Socket typed = new Socket(InetAddress.getLoopbackAddress(), server.port());
                PlainClient plain = PlainClient.connect("127.0.0.1", server.port())) {
            String hello =
                    "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":65536}\n";
            write(
                    typed,
                    bytes(
                            hello
                                    + "{\"type\":\"say\",\"text\":\"a\"}\n"
                                    + "{\"type\":\"say\",\"text\":\"b\"}\n"));
            assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("a");
            assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("b");
            plain.send(Map.of("type", "say"));
            assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"type\":\"say\"}");
            assertThat(server.peers()).hasSize(2);
        }
    }

    private static void write(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
