package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads that call, request and send on one connection at once. */
@Timeout(120)
abstract class CallStressContract {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final int THREADS_OF_A_KIND = 3;

    private final CompletableFuture<Connection> accepted = new CompletableFuture<>();
    private final LinkedBlockingQueue<Event> requests = new LinkedBlockingQueue<>();
    private final List<Long> pushed = new ArrayList<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final TestDriver driver;
    private long said;

    CallStressContract(TestDriver driver) {
        this.driver = driver;
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        driver.close();
        LeftThreads.assertNone();
    }

    @Test
    void everyReplyArrivesAtItsCaller() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Listener listener = Listener.open("127.0.0.1", 0, this::accept, this::unexpected);
                Connection client = connect(listener.port())) {
            opened.get(20, TimeUnit.SECONDS);
            Connection game = accepted.get();
            Future<Long> answers = threads.submit(() -> answer(game));
            long end = System.nanoTime() + NANOS;
            List<Future<Long>> calls = new ArrayList<>();
            List<Future<Long>> sends = new ArrayList<>();
            for (int i = 0; i < THREADS_OF_A_KIND; i++) {
                long base = (i + 1) * 1_000_000_000L;
                calls.add(threads.submit(until(end, base, n -> call(client, n))));
                calls.add(threads.submit(until(end, -base, n -> request(client, n))));
                sends.add(threads.submit(until(end, 0, n -> client.send(new Toy.Say("" + n)))));
            }
            long sent = sum(sends);
            long asked = sum(calls) + 1;
            call(client, 0);
            requests.add(new Event.PlainOpened());
            assertThat(answers.get()).isEqualTo(asked);
            assertThat(said).isEqualTo(sent);
            assertThat(pushed).hasSize((int) asked).isSorted();
            game.close();
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Step {
        void run(long n) throws Exception;
    }

    private static Callable<Long> until(long end, long base, Step step) {
        return () -> {
            long done = 0;
            while (System.nanoTime() < end) {
                step.run(base + done);
                done++;
            }
            return done;
        };
    }

    private static void call(Connection client, long n) throws InterruptedException {
        assertThat(client.call(new Toy.Ask(n), LONG))
                .isEqualTo(new Outcome.Reply(new Toy.Answer(n)));
    }

    private static void request(Connection client, long n) throws Exception {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        client.request(new Toy.Ask(n), LONG, answer::complete);
        assertThat(answer.get()).isEqualTo(new Outcome.Reply(new Toy.Answer(n)));
    }

    private static long sum(List<Future<Long>> counts) throws Exception {
        long sum = 0;
        for (Future<Long> count : counts) {
            sum += count.get();
        }
        return sum;
    }

    /** Answers every request, each after a message that is counted on. */
    private long answer(Connection game) throws InterruptedException {
        long answered = 0;
        Event event = requests.take();
        while (event instanceof Event.RequestReceived request) {
            game.send(new Toy.Moved(answered));
            game.reply(request.id(), new Toy.Answer(((Toy.Ask) request.request()).n()));
            answered++;
            event = requests.take();
        }
        return answered;
    }

    private void accept(SocketChannel socket) {
        Connection connection =
                driver.over(
                        socket,
                        EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                                .withSide(Sender.GODOT),
                        LinkOptions.DEFAULT,
                        event -> {
                            if (event instanceof Event.RequestReceived) {
                                requests.add(event);
                            } else if (event instanceof Event.Received) {
                                said++;
                            }
                        });
        accepted.complete(connection);
        connection.start();
    }

    private void unexpected(Problem problem) {
        throw new AssertionError(problem);
    }

    private Connection connect(int port) {
        Connection connection =
                driver.connect(
                        port,
                        EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)),
                        LinkOptions.DEFAULT,
                        event -> {
                            if (event instanceof Event.Received received) {
                                pushed.add(((Toy.Moved) received.message()).n());
                            } else if (event instanceof Event.Opened) {
                                opened.complete(null);
                            }
                        });
        connection.start();
        return connection;
    }
}
