package dev.gdwire.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.transport.Problem;
import dev.gdwire.transport.RequestTimeoutException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that sends large messages as fast as it can, and a side that is slow to take them. */
@Timeout(120)
class InboundFloodTest {
    private static final int LONG_TEXT = 100_000;
    private static final long LIMIT = 2 * 1024 * 1024;
    private static final long MEBIBYTE = 1024 * 1024;

    /** Much more than may wait, and than the system's buffers hold. */
    private static final int MESSAGES = 1000;

    private static final String GREETING =
            "{\"gdwire\":\"%s\",\"wire\":1,\"library\":\"test\",\"protocols\":[{\"name\":\"toy\",\"version\":\"1.0\",\"fingerprint\":\"digest-a\"}],\"features\":[],\"maxFrame\":1048576}\n";

    private final AtomicLong sent = new AtomicLong();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        Threads.assertNoneIsLeft();
    }

    @Test
    void handlerThatSleepsHoldsTheFloodBackAndLosesNothing() throws Exception {
        for (int shared = 0; shared < 2; shared++) {
            int threads = shared;
            CountDownLatch goOn = new CountDownLatch(1);
            AtomicInteger next = new AtomicInteger();
            CompletableFuture<Integer> wrong = new CompletableFuture<>();
            ServerBuilder builder =
                    GodotServer.builder(ToyProtocol.TOY)
                            .inboundLimit(LIMIT)
                            .onProblem(problems::add)
                            .on(
                                    Toy.Say.class,
                                    (say, peer) -> {
                                        await(goOn);
                                        check(say, next, wrong);
                                    });
            try (GodotServer server =
                            (threads == 0 ? builder : builder.sharedThreads(threads)).listen(0);
                    Socket peer = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                long heap = usedHeap();
                write(peer, GREETING.formatted("hello"));
                Thread flood = flood(peer);
                assertHeldBack(flood, heap, LIMIT);
                goOn.countDown();
                flood.join();
                assertThat(wrong).isNotDone();
                while (next.get() < MESSAGES) {
                    Thread.sleep(1);
                    assertThat(wrong).isNotDone();
                }
            }
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void callWhoseAnswerNeverComesTimesOutAndReadingGoesOn() throws Exception {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<Integer> wrong = new CompletableFuture<>();
        CountDownLatch goOn = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> accepted =
                    CompletableFuture.supplyAsync(() -> greet(server), Threads::start);
            try (GodotClient<Toy> client =
                            GodotClient.builder(ToyProtocol.TOY)
                                    .inboundLimit(LIMIT)
                                    .onProblem(problems::add)
                                    .on(
                                            Toy.Say.class,
                                            say -> {
                                                await(goOn);
                                                check(say, next, wrong);
                                            })
                                    .connect("127.0.0.1", server.getLocalPort());
                    Socket peer = accepted.get(20, TimeUnit.SECONDS)) {
                long heap = usedHeap();
                CompletableFuture<Throwable> call =
                        CompletableFuture.supplyAsync(
                                () -> thrownByCall(client, Duration.ofSeconds(3)), Threads::start);
                Thread flood = flood(peer);
                assertHeldBack(flood, heap, 4 * LIMIT);
                assertThat(call.get(20, TimeUnit.SECONDS))
                        .isInstanceOf(RequestTimeoutException.class);
                assertHeldBack(flood, heap, 4 * LIMIT);
                goOn.countDown();
                flood.join();
                while (next.get() < MESSAGES) {
                    Thread.sleep(1);
                    assertThat(wrong).isNotDone();
                }
                assertThatThrownBy(() -> client.call(new Toy.Ask(1), Duration.ofMillis(10)))
                        .isInstanceOf(RequestTimeoutException.class);
            }
        }
    }

    private static Throwable thrownByCall(GodotClient<Toy> client, Duration timeout) {
        return org.assertj.core.api.Assertions.catchThrowable(
                () -> client.call(new Toy.Ask(1), timeout));
    }

    /** A handler that waits for an answer, behind which a flood comes: the answer is found. */
    @Test
    void answerBehindAFloodThatFitsIsFound() throws Exception {
        int few = (int) (3 * LIMIT / LONG_TEXT);
        CompletableFuture<Toy.Answer> answered = new CompletableFuture<>();
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<Integer> wrong = new CompletableFuture<>();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .inboundLimit(LIMIT)
                                .on(
                                        Toy.Moved.class,
                                        (moved, peer) ->
                                                answered.complete(
                                                        peer.call(
                                                                new Toy.Ask(1),
                                                                Duration.ofSeconds(50))))
                                .on(Toy.Say.class, (say, peer) -> check(say, next, wrong))
                                .listen(0);
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            write(peer, GREETING.formatted("hello") + "{\"type\":\"moved\",\"n\":1}\n");
            readLine(peer);
            assertThat(readLine(peer)).isEqualTo("{\"type\":\"ask\",\"n\":1,\"$id\":1}");
            for (int i = 0; i < few; i++) {
                write(peer, line(i));
            }
            write(peer, "{\"type\":\"answer\",\"n\":5,\"$re\":1}\n");
            assertThat(answered.get(50, TimeUnit.SECONDS)).isEqualTo(new Toy.Answer(5));
            while (next.get() < few) {
                Thread.sleep(1);
            }
            assertThat(wrong).isNotDone();
        }
    }

    @Test
    void inboxKeepsNoMoreBytesThanItMay() throws Exception {
        CompletableFuture<GodotPeer> connected = new CompletableFuture<>();
        try (GodotServer server =
                        GodotServer.builder(ToyProtocol.TOY)
                                .inboundLimit(LIMIT)
                                .inbox(1_000_000, OverflowPolicy.DROP_OLDEST)
                                .onProblem(problems::add)
                                .onConnect(connected::complete)
                                .listen(0);
                Socket peer = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            write(peer, GREETING.formatted("hello"));
            Thread flood = flood(peer);
            flood.join();
            GodotPeer game = connected.get(20, TimeUnit.SECONDS);
            assertThat(problems.poll(20, TimeUnit.SECONDS).text())
                    .contains("1000000 messages and 2097152 bytes is full, 1 dropped so far");
            int last = -1;
            int count = 0;
            while (last < MESSAGES - 1) {
                Toy.Say say = (Toy.Say) game.receive(Duration.ofSeconds(20)).orElseThrow();
                int number = number(say);
                assertThat(number).isGreaterThan(last);
                last = number;
                count++;
            }
            assertThat(count).isPositive();
        }
    }

    /** The sender stands still though it has more, and what it has sent is in no heap. */
    private void assertHeldBack(Thread flood, long heap, long limit) throws InterruptedException {
        long before = -1;
        while (sent.get() == 0 || sent.get() > before) {
            before = sent.get();
            Thread.sleep(500);
        }
        assertThat(flood.isAlive()).isTrue();
        // What waits, as text of one byte a character and as much as is read and made at a time.
        assertThat(usedHeap() - heap).isLessThan(limit + 16 * MEBIBYTE);
    }

    private static long usedHeap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private Thread flood(Socket peer) {
        sent.set(0);
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                for (int i = 0; i < MESSAGES; i++) {
                                    write(peer, line(i));
                                    sent.incrementAndGet();
                                }
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        },
                        "test");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static String line(int number) {
        return "{\"type\":\"say\",\"text\":\"%d %s\"}\n".formatted(number, "x".repeat(LONG_TEXT));
    }

    private static int number(Toy.Say say) {
        return Integer.parseInt(say.text().substring(0, say.text().indexOf(' ')));
    }

    private static void check(Toy.Say say, AtomicInteger next, CompletableFuture<Integer> wrong) {
        if (number(say) != next.get()) {
            wrong.complete(number(say));
        }
        next.incrementAndGet();
    }

    private static Socket greet(ServerSocket server) {
        try {
            Socket peer = server.accept();
            readLine(peer);
            write(peer, GREETING.formatted("welcome"));
            return peer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Socket peer, String text) throws IOException {
        OutputStream out = peer.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line that is no ping. */
    private static String readLine(Socket peer) throws IOException {
        String line = anyLine(peer);
        while (line.startsWith("{\"gdwire\":\"ping\"")) {
            line = anyLine(peer);
        }
        return line;
    }

    private static String anyLine(Socket peer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = peer.getInputStream().read(); b != '\n'; b = peer.getInputStream().read()) {
            line.append((char) b);
        }
        return line.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
