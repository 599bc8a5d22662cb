package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.GdwireException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Threads that ask, give up and close, and a peer that answers, does not, or leaves, all at once
 * and as a seed says: each request ends exactly once.
 */
@Timeout(120)
abstract class RequestRaceContract {
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY));
    private static final LinkOptions LINK =
            LinkOptions.DEFAULT
                    .withCloseTimeout(Duration.ofMillis(200))
                    .withOutboundBytes(64 * 1024);
    private static final int ROUNDS = 40;
    private static final int THREADS = 4;
    private static final int ENDS = 7;

    private final TestDriver driver;

    RequestRaceContract(TestDriver driver) {
        this.driver = driver;
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void eachRequestEndsExactlyOnceWhateverThreadsDo() throws Exception {
        long seed = System.nanoTime();
        int ended = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ended += new Round(seed + i, i % ENDS).play();
        }
        assertThat(ended).isGreaterThan(ROUNDS);
    }

    /** How often a request ended. */
    private static final class Asked {
        private final AtomicInteger ends = new AtomicInteger();
        private volatile boolean refused;
    }

    /** One connection, from its beginning to its end. */
    private final class Round {
        private final long seed;
        private final int end;
        private final Random random;
        private final Queue<Asked> all = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        Round(long seed, int end) {
            this.seed = seed;
            this.end = end;
            random = new Random(seed);
        }

        int play() throws Exception {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Connection client = driver.connect(server.getLocalPort(), JAVA, LINK, this::event);
                client.start();
                Thread answering;
                try (Socket peer = server.accept()) {
                    answering = start(() -> answer(peer, new Random(seed)));
                    opened.get(20, TimeUnit.SECONDS);
                    List<Thread> threads = new ArrayList<>();
                    for (int i = 0; i < THREADS; i++) {
                        Random own = new Random(random.nextLong());
                        threads.add(start(() -> ask(client, own)));
                    }
                    Thread.sleep(random.nextInt(20));
                    end(client, peer);
                    closed.get(20, TimeUnit.SECONDS);
                    for (Thread thread : threads) {
                        thread.join();
                    }
                    client.close();
                }
                answering.join();
            }
            for (Asked asked : all) {
                assertThat(asked.ends.get())
                        .as("ends of a request, seed %d, end %d", seed, end)
                        .isEqualTo(asked.refused ? 0 : 1);
            }
            return all.size();
        }

        private void event(Event event) {
            if (event instanceof Event.Opened) {
                opened.complete(null);
            } else if (event instanceof Event.Closed) {
                closed.complete(null);
            }
        }

        private static Thread start(Runnable task) {
            Thread thread = new Thread(task, "test");
            thread.start();
            return thread;
        }

        private void ask(Connection client, Random own) {
            for (int n = 1; !closed.isDone() || n < 3; n++) {
                Duration timeout = Duration.ofNanos(1000L * own.nextInt(5000));
                Asked asked = new Asked();
                all.add(asked);
                try {
                    if (own.nextInt(3) == 0) {
                        assertThat(client.call(new Toy.Ask(n), timeout)).isNotNull();
                        asked.ends.incrementAndGet();
                    } else {
                        long id =
                                client.request(
                                        new Toy.Ask(n),
                                        timeout,
                                        outcome -> asked.ends.incrementAndGet());
                        if (own.nextInt(4) == 0) {
                            client.cancel(id);
                        }
                    }
                } catch (GdwireException refusedOrOver) {
                    asked.refused = true;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        /** Says welcome; then most requests are answered, one way or another. */
        private void answer(Socket peer, Random own) {
            try (BufferedReader reader = RawPeer.reader(peer)) {
                reader.readLine();
                RawPeer.write(peer, RawPeer.HELLO.replace("\"hello\"", "\"welcome\""));
                String line = reader.readLine();
                while (line != null) {
                    String id = line.substring(line.indexOf("$id\":") + 5, line.length() - 1);
                    RawPeer.write(peer, answer(own.nextInt(6), id));
                    line = reader.readLine();
                }
            } catch (IOException theEnd) {
                // It is one of the ways that a connection ends.
            }
        }

        private static String answer(int kind, String id) {
            return switch (kind) {
                case 0, 1 -> "{\"type\":\"answer\",\"n\":1,\"$re\":%s}\n".formatted(id);
                case 2 ->
                        "{\"gdwire\":\"error\",\"code\":\"no_handler\",\"message\":\"m\",\"$re\":%s}\n"
                                .formatted(id);
                case 3 -> "{\"type\":\"answer\",\"n\":\"x\",\"$re\":%s}\n".formatted(id);
                case 4 -> "{\"type\":\"answer\",\"n\":1,\"$re\":%s}\n".formatted(id).repeat(2);
                default -> "\n";
            };
        }

        private void end(Connection client, Socket peer) throws IOException {
            switch (end) {
                case 0 -> client.close();
                case 1 -> client.shutdown();
                case 2 -> client.abort("the test ends it");
                case 3 -> peer.shutdownOutput();
                case 4 -> peer.close();
                case 5 -> {
                    peer.setSoLinger(true, 0);
                    peer.close();
                }
                default ->
                        RawPeer.write(
                                peer,
                                "{\"gdwire\":\"reject\",\"code\":\"busy\",\"message\":\"m\"}\n");
            }
        }
    }
}
