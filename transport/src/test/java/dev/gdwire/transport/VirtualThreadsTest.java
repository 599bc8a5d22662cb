package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** A blocking driver whose threads somebody else makes. */
@Timeout(120)
class VirtualThreadsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final EngineOptions JAVA =
            EngineOptions.of(Role.INITIATOR, List.of(ToyProtocol.TOY)).withHandshakeTimeout(LONG);
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                    .withSide(Sender.GODOT)
                    .withHandshakeTimeout(LONG);

    private final BlockingQueue<Connection> accepted = new LinkedBlockingQueue<>();

    @Test
    void threadsOfAFactoryHaveTheLibrarysNames() throws Exception {
        Set<String> names = ConcurrentHashMap.newKeySet();
        ThreadFactory factory =
                task ->
                        new Thread(
                                () -> {
                                    names.add(Thread.currentThread().getName());
                                    task.run();
                                });
        pingPong(new BlockingDriver(factory), 1, 1);
        assertThat(names)
                .hasSize(4)
                .allMatch(name -> name.matches("gdwire-(reader|writer)-127\\.0\\.0\\.1:\\d+"));
        LeftThreads.assertNone();
    }

    @Test
    void factoryThatMakesNoThreadIsToldSo() throws Exception {
        try (Listener listener = Listener.open("127.0.0.1", 0, socket -> {}, problem -> {})) {
            BlockingDriver driver = new BlockingDriver(task -> null);
            assertThatThrownBy(
                            () ->
                                    driver.connect(
                                            "127.0.0.1",
                                            listener.port(),
                                            JAVA,
                                            LinkOptions.DEFAULT,
                                            event -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("made no thread for gdwire-reader-127.0.0.1");
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void connectionsTalkOnVirtualThreads() throws Exception {
        pingPong(new BlockingDriver(virtual()), 20, 200);
    }

    /**
     * More connections than there may be threads of the system's under virtual ones, which are 256:
     * until Java 24 one that waits for a socket keeps such a thread.
     */
    @Test
    @EnabledForJreRange(minVersion = 25)
    void hundredsOfConnectionsTalkOnVirtualThreads() throws Exception {
        pingPong(new BlockingDriver(virtual()), 400, 20);
    }

    /** What {@code Thread.ofVirtual().factory()} gives, which Java 17 does not have. */
    private static ThreadFactory virtual() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }

    private void pingPong(BlockingDriver driver, int pairs, int rounds) throws Exception {
        CountDownLatch done = new CountDownLatch(pairs);
        List<Connection> clients = new ArrayList<>();
        try (Listener listener = listen(driver)) {
            for (int i = 0; i < pairs; i++) {
                clients.add(connect(driver, listener.port(), rounds, done));
            }
            assertThat(done.await(100, TimeUnit.SECONDS)).as("%d left", done.getCount()).isTrue();
            // A thread of the system's that waits, beside all of these.
            assertThat(clients.get(0).call(new Toy.Ask(1), LONG))
                    .isEqualTo(new Outcome.Reply(new Toy.Answer(1)));
            clients.forEach(Connection::shutdown);
            clients.forEach(Connection::close);
            accepted.forEach(Connection::close);
        }
    }

    private static Connection connect(
            BlockingDriver driver, int port, int rounds, CountDownLatch done) {
        CompletableFuture<Connection> self = new CompletableFuture<>();
        Connection connection =
                driver.connect(
                        "127.0.0.1",
                        port,
                        JAVA,
                        LinkOptions.DEFAULT,
                        event -> {
                            if (event instanceof Event.Opened) {
                                ask(self.join(), rounds, done);
                            }
                        });
        self.complete(connection);
        connection.start();
        return connection;
    }

    private static void ask(Connection connection, int rounds, CountDownLatch done) {
        connection.request(
                new Toy.Ask(rounds),
                LONG,
                outcome -> {
                    assertThat(outcome).isEqualTo(new Outcome.Reply(new Toy.Answer(rounds)));
                    if (rounds == 1) {
                        done.countDown();
                    } else {
                        ask(connection, rounds - 1, done);
                    }
                });
    }

    private Listener listen(BlockingDriver driver) {
        return Listener.open(
                "127.0.0.1",
                0,
                socket -> {
                    CompletableFuture<Connection> self = new CompletableFuture<>();
                    Connection connection =
                            driver.over(
                                    socket,
                                    GODOT,
                                    LinkOptions.DEFAULT,
                                    event -> {
                                        if (event instanceof Event.RequestReceived request) {
                                            long n = ((Toy.Ask) request.request()).n();
                                            self.join().reply(request.id(), new Toy.Answer(n));
                                        }
                                    });
                    self.complete(connection);
                    accepted.add(connection);
                    connection.start();
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }
}
