package dev.gdwire.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.GodotProcess;
import dev.gdwire.client.GodotServer;
import dev.gdwire.client.ServerBuilder;
import dev.gdwire.integration.tutorial.Note;
import dev.gdwire.integration.tutorial.TutorialProtocol;
import dev.gdwire.transport.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A web page that makes the browser of its visitor post to a port of the visitor's own machine: the
 * body may be any text, so also lines of JSON.
 */
@Timeout(120)
class WebPageTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String LINES =
            "{\"type\":\"note\",\"text\":\"from a web page\"}\n{\"from\":\"a web page\"}\n"
                    .repeat(50);

    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a?b=%7B%7D"})
    void nothingOfItsPostReachesAHandlerOfAPlainServer(String target) throws Exception {
        try (GodotServer server = server().allowPlain().listen(0)) {
            assertThatThrownBy(() -> post(server.port(), target)).isInstanceOf(IOException.class);
            Problem problem = problems.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(problem.text())
                    .isEqualTo(
                            "a peer was refused: the first line is an HTTP request (POST "
                                    + target
                                    + " HTTP/1.1), perhaps of a web page in a browser, and nothing"
                                    + " of it is read: a program without Gdwire sends one JSON"
                                    + " object a line");
            assertThat(handled).isEmpty();
        }
        assertThat(handled).isEmpty();
    }

    /** Such a long line would be skipped, and what follows be taken for lines of a plain peer. */
    @Test
    void nothingReachesAHandlerWhenItsAddressIsLongerThanALineMayBe() throws Exception {
        try (GodotServer server = server().allowPlain().maxFrame(1024).listen(0)) {
            assertThatThrownBy(() -> post(server.port(), "/" + "x".repeat(5000)))
                    .isInstanceOf(IOException.class);
            assertThat(problems.poll(LIMIT.toSeconds(), TimeUnit.SECONDS).text())
                    .contains("the first line has more than 1024 bytes");
        }
        assertThat(handled).isEmpty();
    }

    @Test
    void nothingOfItsPostReachesAHandlerOfATypedServer() throws Exception {
        try (GodotServer server = server().listen(0)) {
            assertThatThrownBy(() -> post(server.port(), "/")).isInstanceOf(IOException.class);
            assertThat(problems.poll(LIMIT.toSeconds(), TimeUnit.SECONDS).text())
                    .contains("the first line is no hello of a Gdwire peer but: POST / HTTP/1.1");
        }
        assertThat(handled).isEmpty();
    }

    @Test
    @Tag("godot")
    void nothingOfItsPostReachesAPlainGame() throws Exception {
        Path godot = RealGodot.orSkip();
        GodotProject project = GodotProject.strict(folder.resolve("game")).addTutorial("plain");
        try (GodotProcess game =
                GodotProcess.builder(godot)
                        .project(project.folder())
                        .script("res://main.gd")
                        .watchdog(LIMIT.multipliedBy(3))
                        .start()) {
            String ready = "plain: listening on ";
            String line = game.awaitLine(text -> text.startsWith(ready), LIMIT);
            int port = Integer.parseInt(line.substring(ready.length()));
            assertThatThrownBy(() -> post(port, "/")).isInstanceOf(IOException.class);
            game.awaitLine(text -> text.contains("is an HTTP request (POST / HTTP/1.1)"), LIMIT);
            // The game answers every object that reaches it: here is all that it answers.
            try (RawPeer raw = RawPeer.connect(port)) {
                raw.send("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n" + LINES);
                List<String> answers = raw.finish();
                assertThat(answers).singleElement().asString().contains("\"not_a_hello\"");
            }
        }
    }

    private ServerBuilder server() {
        return GodotServer.builder(TutorialProtocol.INSTANCE)
                .on(Note.class, (note, peer) -> handled.add(note.text()))
                .onPlain((object, peer) -> handled.add(object.toString()))
                .onUnknown((object, peer) -> handled.add(object.toString()))
                .onProblem(problems::add);
    }

    private static void post(int port, String target) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                        .timeout(LIMIT)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(LINES))
                        .build();
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        client.send(request, BodyHandlers.ofString());
    }
}
