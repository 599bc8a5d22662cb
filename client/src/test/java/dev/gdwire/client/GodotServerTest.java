package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server and the games that connect to it; the games are bare connections of the Godot side. */
@Timeout(60)
class GodotServerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);

    private final BlockingQueue<GodotPeer> connected = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void eachGameIsAPeerOfItsOwn() throws Exception {
        BlockingQueue<String> said = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        builder()
                                .on(
                                        Toy.Moved.class,
                                        (moved, peer) -> said.add(peer.address() + " " + moved.n()))
                                .listen(0);
                Game first = new Game(server.port());
                Game second = new Game(server.port())) {
            GodotPeer one = connected.poll(20, TimeUnit.SECONDS);
            GodotPeer two = connected.poll(20, TimeUnit.SECONDS);
            assertThat(server.peers()).containsExactlyInAnyOrder(one, two);
            first.connection.send(new Toy.Moved(1));
            String line = said.poll(20, TimeUnit.SECONDS);
            second.connection.send(new Toy.Moved(2));
            String other = said.poll(20, TimeUnit.SECONDS);
            assertThat(line).endsWith(" 1");
            assertThat(other).endsWith(" 2");
            assertThat(other.split(" ")[0]).isNotEqualTo(line.split(" ")[0]);
        }
    }

    @Test
    void serverAsksAGameAndAGameAsksTheServer() throws Exception {
        try (GodotServer server =
                        builder()
                                .onRequest(
                                        Toy.Query.class,
                                        (query, peer) -> new Toy.Info(query.n() + 100))
                                .listen(0);
                Game game = new Game(server.port())) {
            GodotPeer peer = connected.poll(20, TimeUnit.SECONDS);
            assertThat(peer.call(new Toy.Ask(1), LONG)).isEqualTo(new Toy.Answer(2));
            CompletableFuture<Outcome> answer = new CompletableFuture<>();
            game.connection.request(new Toy.Query(1), LONG, answer::complete);
            assertThat(answer.get(20, TimeUnit.SECONDS))
                    .isEqualTo(new Outcome.Reply(new Toy.Info(101)));
        }
    }

    @Test
    void handlerOfAWiderTypeGetsAllOfIt() throws Exception {
        BlockingQueue<FromGodot> all = new LinkedBlockingQueue<>();
        try (GodotServer server =
                        builder()
                                .on(FromGodot.class, (message, peer) -> all.add(message))
                                .listen(0);
                Game game = new Game(server.port())) {
            game.connection.send(new Toy.Moved(1));
            game.connection.send(new Toy.Say("x"));
            assertThat(all.poll(20, TimeUnit.SECONDS)).isEqualTo(new Toy.Moved(1));
            assertThat(all.poll(20, TimeUnit.SECONDS)).isEqualTo(new Toy.Say("x"));
        }
    }

    @Test
    void gameThatLeavesIsNoPeerAnyMore() throws Exception {
        CompletableFuture<String> left = new CompletableFuture<>();
        try (GodotServer server =
                builder().onClose((reason, peer) -> left.complete(reason.text())).listen(0)) {
            Game game = new Game(server.port());
            assertThat(connected.poll(20, TimeUnit.SECONDS)).isNotNull();
            game.close();
            assertThat(left.get(20, TimeUnit.SECONDS)).isEqualTo("the peer closed the connection");
            assertThat(server.peers()).isEmpty();
        }
    }

    @Test
    void handlerMayCloseTheServerAndSendAfterwardsIsClear() throws Exception {
        CompletableFuture<GodotServer> self = new CompletableFuture<>();
        CompletableFuture<Throwable> sent = new CompletableFuture<>();
        CompletableFuture<String> left = new CompletableFuture<>();
        self.complete(
                builder()
                        .on(
                                Toy.Moved.class,
                                (moved, peer) -> {
                                    self.join().close();
                                    self.join().close();
                                    sent.complete(
                                            catchThrowable(() -> peer.send(new Toy.Say("late"))));
                                })
                        .onClose((reason, peer) -> left.complete(reason.text()))
                        .listen(0));
        try (Game game = new Game(self.join().port())) {
            game.connection.send(new Toy.Moved(1));
            assertThat(sent.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ConnectionClosedException.class)
                    .hasMessageMatching(
                            "127.0.0.1:\\d+: Say was not sent: The connection has ended: this side"
                                    + " closed the connection");
            assertThat(left.get(20, TimeUnit.SECONDS)).isEqualTo("this side closed the connection");
        }
    }

    private ServerBuilder builder() {
        return GodotServer.builder(ToyProtocol.TOY).onConnect(connected::add);
    }

    /** A game that answers each Ask with the next number. */
    private static final class Game implements AutoCloseable {
        private final Connection connection;
        private final CompletableFuture<Boolean> open = new CompletableFuture<>();

        Game(int port) throws Exception {
            connection =
                    new BlockingDriver()
                            .connect("127.0.0.1", port, GODOT, LinkOptions.DEFAULT, this::event);
            connection.start();
            assertThat(open.get(20, TimeUnit.SECONDS)).isTrue();
        }

        private void event(Event event) {
            if (event instanceof Event.Opened) {
                open.complete(true);
            } else if (event instanceof Event.RequestReceived request) {
                long n = ((Toy.Ask) request.request()).n();
                connection.reply(request.id(), new Toy.Answer(n + 1));
            }
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
