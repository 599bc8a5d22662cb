package dev.gdwire.integration.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.client.GodotClient;
import dev.gdwire.client.GodotProcess;
import dev.gdwire.integration.GodotProject;
import dev.gdwire.integration.GodotTestReport;
import dev.gdwire.integration.RealGodot;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.integration.siege.SiegeProtocol;
import dev.gdwire.protocol.GdwireException;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectionClosedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link KillTest} with a real game on one side. */
@Tag("godot")
@Timeout(300)
class KilledGodotTest {
    private static final int TIMES = Integer.getInteger("kills", 3);
    private static final Path SCHEMAS = Path.of("src", "test", "attack", "schemas");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String READY = "siege: listening on ";
    private static final int LONGEST_LIFE_MILLIS = 150;

    private final Random random = new Random(815);

    @TempDir private Path folder;

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        LeftThreads.assertNone();
    }

    @Test
    void aClientOutlivesItsGame() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            Numbered received = new Numbered(50);
            BlockingQueue<CloseReason> closed = new LinkedBlockingQueue<>();
            try (GodotProcess game = start();
                    GodotClient<SiegeMessage> client =
                            GodotClient.builder(SiegeProtocol.INSTANCE)
                                    .on(Echo.class, echo -> received.accept(echo.text()))
                                    .onClose(closed::add)
                                    .connect("127.0.0.1", port(game))) {
                Thread sender = new Thread(() -> send(client), "sender");
                sender.start();
                assertThat(received.awaitSome(PATIENCE.toSeconds())).as("messages flow").isTrue();
                CompletableFuture<Answer> asked = client.request(new Ask(-1), LONG);
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                kill(game);
                assertThat(closed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .extracting(CloseReason::kind)
                        .isIn(CloseReason.Kind.REMOTE, CloseReason.Kind.BROKEN);
                assertThatThrownBy(() -> asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(ConnectionClosedException.class);
                sender.join(PATIENCE.toMillis());
                assertThat(sender.isAlive()).isFalse();
            }
            assertThat(received.fault()).isEmpty();
            assertThat(closed).isEmpty();
        }
    }

    /** Without a word to it. */
    private static void kill(GodotProcess game) {
        game.close();
    }

    private static void send(GodotClient<SiegeMessage> client) {
        try {
            for (long number = 0; ; number++) {
                client.send(new Echo(Numbered.text(number)));
            }
        } catch (GdwireException theGameIsDead) {
            assertThat(theGameIsDead).isInstanceOf(ConnectionClosedException.class);
        }
    }

    @Test
    void aGameOutlivesItsClients() throws Exception {
        try (GodotProcess game = start()) {
            int port = port(game);
            for (int i = 1; i <= TIMES; i++) {
                Process victim = MortalPeer.start("client", "" + port);
                assertThat(victim.inputReader().readLine()).isEqualTo(MortalPeer.FLOWING);
                Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
                victim.destroyForcibly();
                awaitGone(game, 2 * i - 1);
                try (GodotClient<SiegeMessage> client =
                        GodotClient.connect(SiegeProtocol.INSTANCE, "127.0.0.1", port)) {
                    assertThat(client.call(new Ask(1), PATIENCE)).isEqualTo(new Answer(2));
                }
                awaitGone(game, 2 * i);
            }
            assertThat(game.lines()).filteredOn(GodotTestReport::isEngineError).isEmpty();
        }
    }

    private static void awaitGone(GodotProcess game, int count) {
        game.awaitLine(line -> line.equals("siege: gone " + count), PATIENCE);
    }

    private GodotProcess start() throws IOException {
        Path godot = RealGodot.orSkip();
        GodotProject project =
                GodotProject.strict(Files.createTempDirectory(folder, "game"))
                        .generated(SCHEMAS, "siege")
                        .addAttacked();
        return GodotProcess.builder(godot)
                .project(project.folder())
                .script("res://main.gd")
                .argument("tell")
                .watchdog(Duration.ofMinutes(3))
                .start();
    }

    private static int port(GodotProcess game) {
        String line = game.awaitLine(text -> text.startsWith(READY), PATIENCE);
        return Integer.parseInt(line.substring(READY.length()));
    }
}
