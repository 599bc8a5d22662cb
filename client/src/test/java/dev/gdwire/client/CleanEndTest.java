package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.Driver;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.SelectorDriver;
import dev.gdwire.transport.SessionOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that ends in good order is a break where a session goes on: more will come. */
@Timeout(60)
class CleanEndTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final SessionOptions QUICK =
            SessionOptions.DEFAULT.withRetries(Duration.ofMillis(1), Duration.ofMillis(20));
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY))
                    .withSide(Sender.GODOT)
                    .withSessions(QUICK);

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void clientReceivesWhatComesAfterTheResume() throws Exception {
        BlockingQueue<SimulatedGame.Peer> peers = new LinkedBlockingQueue<>();
        try (SimulatedGame game = ToyGames.echo().sessions().onConnect(peers::add).listen(0);
                CutProxy proxy = new CutProxy(game.port());
                GodotClient<Toy> client =
                        GodotClient.builder(ToyProtocol.TOY)
                                .reconnect(QUICK)
                                .onResume(() -> events.add("resumed"))
                                .connect("127.0.0.1", proxy.port())) {
            SimulatedGame.Peer peer = peers.poll(20, TimeUnit.SECONDS);
            assertThat(peer).isNotNull();
            for (long i = 0; i < 3; i++) {
                proxy.end();
                assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("resumed");
                peer.send(new Toy.Moved(i));
                assertThat(client.receive(LONG)).contains(new Toy.Moved(i));
            }
        }
    }

    @Test
    void closeTellsWhatMayNotHaveArrived() throws Exception {
        BlockingQueue<String> problems = new LinkedBlockingQueue<>();
        try (SimulatedGame game = ToyGames.echo().sessions().listen(0);
                CutProxy proxy = new CutProxy(game.port())) {
            GodotClient<Toy> client =
                    GodotClient.builder(ToyProtocol.TOY)
                            .reconnect(QUICK)
                            .closeTimeout(Duration.ofMillis(200))
                            .onProblem(problem -> problems.add(problem.text()))
                            .connect("127.0.0.1", proxy.port());
            client.call(new Toy.Ask(1), LONG);
            proxy.swallow();
            client.send(new Toy.Say("1"));
            client.send(new Toy.Say("2"));
            client.close();
            assertThat(problems.poll(20, TimeUnit.SECONDS))
                    .contains("messages that were sent before the close may not have arrived")
                    .contains("within 200 ms (closeTimeout)");
            assertThat(problems).isEmpty();
        }
    }

    /** Whoever closes has sent all that it has to say, and hears that it was taken. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closeTellsNothingWhereAllHasArrived(boolean clientCloses) throws Exception {
        BlockingQueue<String> problems = new LinkedBlockingQueue<>();
        for (int i = 0; i < 50; i++) {
            BlockingQueue<SimulatedGame.Peer> peers = new LinkedBlockingQueue<>();
            CountDownLatch ended = new CountDownLatch(1);
            SimulatedGame game =
                    ToyGames.echo()
                            .sessions()
                            .onProblem(problem -> problems.add(problem.text()))
                            .onConnect(peers::add)
                            .listen(0);
            GodotClient<Toy> client =
                    GodotClient.builder(ToyProtocol.TOY)
                            .reconnect(QUICK)
                            .onProblem(problem -> problems.add(problem.text()))
                            .onClose(reason -> ended.countDown())
                            .connect("127.0.0.1", game.port());
            SimulatedGame.Peer peer = peers.poll(20, TimeUnit.SECONDS);
            assertThat(peer).isNotNull();
            for (int n = 0; n < 20; n++) {
                if (clientCloses) {
                    client.send(new Toy.Say("" + n));
                } else {
                    peer.send(new Toy.Moved(n));
                }
            }
            if (clientCloses) {
                client.close();
            } else {
                game.close();
            }
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            client.close();
            game.close();
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void serverReceivesWhatComesAfterTheResume(boolean shared) throws Exception {
        BlockingQueue<GodotPeer> peers = new LinkedBlockingQueue<>();
        ServerBuilder builder =
                GodotServer.builder(ToyProtocol.TOY).sessions(QUICK).onConnect(peers::add);
        try (GodotServer server = (shared ? builder.sharedThreads(1) : builder).listen(0);
                SelectorDriver driver = SelectorDriver.open();
                CutProxy proxy = new CutProxy(server.port());
                Connection game =
                        ((Driver) (shared ? driver : new BlockingDriver()))
                                .connect(
                                        "127.0.0.1",
                                        proxy.port(),
                                        GODOT,
                                        LinkOptions.DEFAULT,
                                        this::note)) {
            game.start();
            GodotPeer peer = peers.poll(20, TimeUnit.SECONDS);
            assertThat(peer).isNotNull();
            // Both sides: before its welcome has come the game has no session.
            assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("opened");
            for (long i = 0; i < 3; i++) {
                proxy.end();
                assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo("resumed");
                game.send(new Toy.Moved(i));
                assertThat(peer.receive(LONG)).contains(new Toy.Moved(i));
            }
        }
    }

    private void note(Event event) {
        if (event instanceof Event.Opened) {
            events.add("opened");
        } else if (event instanceof Event.Resumed) {
            events.add("resumed");
        }
    }
}
