package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One peer that sends as fast as it can, and twenty that ask and wait, on one thread. */
@Timeout(120)
class FairnessTest {
    private static final int HONEST = 20;
    private static final int ROUNDS = 50;
    private static final String FLOOD = "{\"type\":\"say\",\"text\":\"x\"}\n";

    /** What the loop reads of one peer in its turn. */
    private static final int TURN_BYTES = 16 * 1024;

    private final SelectorDriver driver = SelectorDriver.open();
    private final AtomicLong flooded = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    /** The most messages of the flood in one turn of the loop. */
    private final AtomicLong longestTurn = new AtomicLong();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void peersThatAskAreServedInTurnWithOneThatFloods() throws Exception {
        List<RawPeer> honest = new ArrayList<>();
        try (Listener listener = listen();
                Socket flooding = RawPeer.connect(listener.port())) {
            for (int i = 0; i < HONEST; i++) {
                honest.add(new RawPeer(listener.port()));
            }
            Thread flood = new Thread(() -> flood(flooding));
            flood.start();
            while (flooded.get() == 0) {
                Thread.onSpinWait();
            }
            long perTurn = TURN_BYTES / FLOOD.length() + 1;
            long bothGoOn = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                long before = flooded.get();
                for (RawPeer peer : honest) {
                    peer.say("{\"type\":\"ask\",\"n\":%d,\"$id\":%d}\n".formatted(round, round));
                }
                for (RawPeer peer : honest) {
                    assertThat(peer.hear()).contains("\"$re\":" + round + "}");
                }
                bothGoOn += flooded.get() > before ? 1 : 0;
            }
            assertThat(answered.get()).isEqualTo((long) HONEST * ROUNDS);
            assertThat(bothGoOn).isGreaterThan(ROUNDS / 2);
            assertThat(longestTurn.get()).isLessThanOrEqualTo(perTurn);
            flooding.shutdownOutput();
            flood.join();
        } finally {
            for (RawPeer peer : honest) {
                peer.close();
            }
        }
    }

    private Listener listen() {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    Served served = new Served();
                    served.connection =
                            driver.over(
                                    socket,
                                    EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                            .withSide(Sender.GODOT),
                                    LinkOptions.DEFAULT,
                                    served);
                    served.connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private void flood(Socket socket) {
        byte[] much = FLOOD.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try {
            while (true) {
                socket.getOutputStream().write(much);
            }
        } catch (IOException theEnd) {
            // The test has what it wants.
        }
    }

    /** Counts how much of a flood the loop takes before it looks at the others. */
    private final class Served implements ConnectionListener {
        private Connection connection;
        private long inTurn;

        @Override
        public boolean hasRoom(Runnable whenThereIs) {
            inTurn = 0;
            return true;
        }

        @Override
        public void event(Event event) {
            if (event instanceof Event.RequestReceived request) {
                answered.incrementAndGet();
                connection.reply(request.id(), new Toy.Answer(((Toy.Ask) request.request()).n()));
            } else if (event instanceof Event.Received) {
                flooded.incrementAndGet();
                inTurn++;
                longestTurn.accumulateAndGet(inTurn, Math::max);
            }
        }
    }
}
