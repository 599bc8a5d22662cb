package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.client.GodotServer;
import dev.gdwire.client.OverflowPolicy;
import dev.gdwire.gen.GeneratorRequest;
import dev.gdwire.gen.GeneratorRun;
import dev.gdwire.gen.GodotProjectEmitter;
import dev.gdwire.gen.java.JavaEmitter;
import dev.gdwire.integration.tutorial.Hello;
import dev.gdwire.integration.tutorial.Note;
import dev.gdwire.integration.tutorial.TutorialMessage;
import dev.gdwire.integration.tutorial.TutorialProtocol;
import dev.gdwire.transport.ConnectException;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.Tls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS between Java and a real game, whichever of them listens. */
@Tag("godot")
class GodotTlsTest {
    private static final Path SCHEMAS = Path.of("src", "test", "tutorial", "schemas");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MANY = 2000;
    private static final String LONG = "0123456789".repeat(50_000);

    @TempDir Path folder;

    private Path godot;
    private GodotProject project;
    private TlsPair pair;

    @BeforeEach
    void project() throws Exception {
        godot = RealGodot.orSkip();
        project = GodotProject.strict(folder.resolve("game")).addTls();
        pair = TlsPair.in(project.folder());
        GeneratorRequest request = GeneratorRequest.of(SCHEMAS).godotOut(project.folder()).build();
        GeneratorRun run = new GeneratorRun(new JavaEmitter(), new GodotProjectEmitter());
        assertThat(run.run(request).loaded().printed()).isEmpty();
    }

    @Test
    void javaConnectsToAGameThatListens() {
        try (GodotProcess game = game("server");
                GodotClient<TutorialMessage> client =
                        connect(Tls.pinned(pair.certificate()), port(game))) {
            assertThat(client.call(new Hello("world"), LIMIT).text()).isEqualTo("Hello, world!");
            for (int i = 0; i < MANY; i++) {
                client.send(new Note("note " + i));
            }
            client.send(new Note(LONG));
            for (int i = 0; i < MANY; i++) {
                assertThat(client.receive(LIMIT)).contains(new Note("note " + i));
            }
            assertThat(client.receive(LIMIT).equals(Optional.of(new Note(LONG)))).isTrue();
            assertThat(complaints(game)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void gameConnectsToJavaThatListens(int sharedThreads) throws Exception {
        BlockingQueue<GodotPeer> peers = new LinkedBlockingQueue<>();
        BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
        var builder = GodotServer.builder(TutorialProtocol.INSTANCE);
        if (sharedThreads > 0) {
            builder.sharedThreads(sharedThreads);
        }
        try (GodotServer server =
                        builder.tls(Tls.server(pair.certificate(), pair.key()))
                                .onConnect(peers::add)
                                .on(Note.class, (note, peer) -> notes.add(note))
                                .listen(0);
                GodotProcess game = game("client", Integer.toString(server.port()))) {
            GodotPeer peer = peers.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(peer).as(String.join("\n", game.lines())).isNotNull();
            for (int i = 0; i < MANY; i++) {
                peer.send(new Note("note " + i));
            }
            peer.send(new Note(LONG));
            for (int i = 0; i < MANY; i++) {
                assertThat(notes.poll(LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo(new Note("note " + i));
            }
            Note last = notes.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(new Note(LONG).equals(last)).isTrue();
            peer.close();
            String gone = game.awaitLine(line -> line.startsWith("tls: gone"), LIMIT);
            assertThat(gone).isEqualTo("tls: gone the peer closed the connection");
            assertThat(complaints(game)).isEmpty();
        }
    }

    @Test
    void gameThatShowsAnotherCertificateIsLeft() throws Exception {
        TlsPair other = TlsPair.in(folder.resolve("other"));
        try (GodotProcess game = game("server")) {
            int port = port(game);
            assertThatThrownBy(() -> connect(Tls.pinned(other.certificate()), port))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("expected " + Tls.pin(other.certificate()))
                    .hasMessageContaining("got " + Tls.pin(pair.certificate()));
            game.awaitLine(
                    line -> line.contains("the client does not accept this server's certificate"),
                    LIMIT);
        }
    }

    @Test
    void javaThatShowsAnotherCertificateIsLeft() throws Exception {
        TlsPair other = TlsPair.in(folder.resolve("other"));
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        GodotServer.builder(TutorialProtocol.INSTANCE)
                                .tls(Tls.server(other.certificate(), other.key()))
                                .onProblem(problems::add)
                                .listen(0);
                GodotProcess game = game("client", Integer.toString(server.port()))) {
            String failed = game.awaitLine(line -> line.startsWith("tls: failed"), LIMIT);
            assertThat(failed).contains("the server's certificate is not the one in tls");
            Problem problem = problems.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(String.valueOf(problem)).contains("the peer ended TLS with the alert");
            assertThat(server.peers()).isEmpty();
        }
    }

    @Test
    void oneSideWithoutTlsIsSaidOnBoth() {
        String oneSide = "one side uses TLS, the other does not";
        try (GodotProcess game = game("server")) {
            int port = port(game);
            assertThatThrownBy(
                            () -> GodotClient.connect(TutorialProtocol.INSTANCE, "127.0.0.1", port))
                    .hasMessageContaining("the first line is not in TLS: " + oneSide);
            game.awaitLine(line -> line.contains("speaks without TLS: " + oneSide), LIMIT);
        }
        BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        GodotServer.builder(TutorialProtocol.INSTANCE)
                                .onProblem(problems::add)
                                .listen(0);
                GodotProcess game = game("client", Integer.toString(server.port()))) {
            String failed = game.awaitLine(line -> line.startsWith("tls: failed"), LIMIT);
            assertThat(failed).contains("speaks without TLS: " + oneSide);
            assertThat(String.valueOf(problems.poll())).contains("speaks TLS here: " + oneSide);
        }
    }

    @Test
    void versionIsOneThreeAndAnEndedSideIsAnswered() throws Exception {
        answersAnEndedSide();
    }

    @Test
    void gameThatHasNoTimeAnswersAnEndedSideToo() throws Exception {
        answersAnEndedSide("hurried");
    }

    private void answersAnEndedSide(String... arguments) throws Exception {
        try (GodotProcess game = game("server", arguments);
                SSLSocket peer = trustful().connect(port(game))) {
            peer.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            peer.setSoTimeout((int) LIMIT.toMillis());
            String hello =
                    "{\"gdwire\":\"hello\",\"wire\":1,\"library\":\"raw\",\"protocols\":[{\"name\":\"%s\",\"version\":\"%s\",\"fingerprint\":\"%s\"}],\"features\":[],\"maxFrame\":1048576}\n"
                            .formatted(
                                    TutorialProtocol.INSTANCE.name(),
                                    TutorialProtocol.INSTANCE.version(),
                                    TutorialProtocol.INSTANCE.fingerprint());
            write(peer, hello);
            assertThat(peer.getSession().getProtocol()).isEqualTo("TLSv1.3");
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("{\"gdwire\":\"welcome\"");
            write(peer, "{\"type\":\"hello\",\"hello\":\"you\",\"$id\":1}\n");
            peer.shutdownOutput();
            assertThat(lines.readLine())
                    .isEqualTo("{\"type\":\"greeting\",\"text\":\"Hello, you!\",\"$re\":1}");
            assertThat(lines.readLine()).isNull();
        }
    }

    private static void write(SSLSocket peer, String text) throws IOException {
        peer.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        peer.getOutputStream().flush();
    }

    /** Connects as the JDK does, to anybody. */
    @FunctionalInterface
    private interface Trustful {
        SSLSocket connect(int port) throws IOException;
    }

    private static Trustful trustful() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return port ->
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), port);
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Which certificate it is, is not what this test is about.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Which certificate it is, is not what this test is about.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private GodotProcess game(String script, String... arguments) {
        GodotProcess.Builder builder =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://" + script + ".gd")
                        .watchdog(LIMIT.multipliedBy(2));
        List.of(arguments).forEach(builder::argument);
        return builder.start();
    }

    private static int port(GodotProcess game) {
        String ready = "tls: listening on ";
        String line = game.awaitLine(text -> text.startsWith(ready), LIMIT);
        return Integer.parseInt(line.substring(ready.length()));
    }

    private static GodotClient<TutorialMessage> connect(Tls tls, int port) {
        return GodotClient.builder(TutorialProtocol.INSTANCE)
                .tls(tls)
                .inbox(2 * MANY, OverflowPolicy.DROP_OLDEST)
                .connect("127.0.0.1", port);
    }

    private static List<String> complaints(GodotProcess game) {
        return game.lines().stream()
                .filter(
                        line ->
                                GodotTestReport.isEngineError(line)
                                        || line.startsWith("tls: problem"))
                .toList();
    }
}
