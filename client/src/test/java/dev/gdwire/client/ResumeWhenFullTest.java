package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.SessionOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is full: who resumes a session has its place there, and others have none. */
@Timeout(120)
class ResumeWhenFullTest {
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withSide(Sender.GODOT);
    private static final SessionOptions QUICK =
            SessionOptions.DEFAULT.withRetries(Duration.ofMillis(1), Duration.ofMillis(20));
    private static final int CUTS = 20;

    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> moved = new LinkedBlockingQueue<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void peerThatResumesComesInAndLeavesNoPlaceBehind() throws Exception {
        play(server());
    }

    @Test
    void theSameWithSharedThreads() throws Exception {
        play(server().sharedThreads(1));
    }

    private ServerBuilder server() {
        return GodotServer.builder(ToyProtocol.TOY)
                .sessions()
                .maxPeers(1)
                .maxHandshakes(2)
                .onProblem(problems::add)
                .on(Toy.Moved.class, (move, peer) -> moved.add(move.n()));
    }

    private void play(ServerBuilder builder) throws Exception {
        try (GodotServer server = builder.listen(0);
                CutProxy proxy = new CutProxy(server.port());
                Connection game =
                        new BlockingDriver()
                                .connect(
                                        "127.0.0.1",
                                        proxy.port(),
                                        GODOT.withSessions(QUICK),
                                        LinkOptions.DEFAULT,
                                        events::add)) {
            game.start();
            await(Event.Opened.class);
            for (long i = 0; i < CUTS; i++) {
                proxy.cut();
                await(Event.Resumed.class);
                game.send(new Toy.Moved(i));
                assertThat(moved.poll(20, TimeUnit.SECONDS)).isEqualTo(i);
            }
            assertThat(server.peers()).hasSize(1);
            // A cut may come before a handshake is done, which is told; none is given up.
            assertThat(problems).noneMatch(problem -> problem.text().contains("maxHandshakes"));
            assertThat(refusedOf(server)).contains("1 peers already, the most (maxPeers)");
            game.send(new Toy.Moved(-1));
            assertThat(moved.poll(20, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    private static String refusedOf(GodotServer server) throws Exception {
        CompletableFuture<CloseReason> closed = new CompletableFuture<>();
        try (Connection another =
                new BlockingDriver()
                        .connect(
                                "127.0.0.1",
                                server.port(),
                                GODOT,
                                LinkOptions.DEFAULT,
                                event -> {
                                    if (event instanceof Event.Closed end) {
                                        closed.complete(end.reason());
                                    }
                                })) {
            another.start();
            return closed.get(20, TimeUnit.SECONDS).text();
        }
    }

    private void await(Class<? extends Event> type) throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        while (!type.isInstance(event)) {
            assertThat(event).as("an event before %s", type).isNotNull();
            event = events.poll(20, TimeUnit.SECONDS);
        }
    }
}
