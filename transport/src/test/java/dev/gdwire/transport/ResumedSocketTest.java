package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Sender;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A socket that comes to resume a session, and the one that carries it: each for itself. */
@Timeout(60)
class ResumedSocketTest {
    private static final EngineOptions GODOT =
            EngineOptions.of(Role.ACCEPTOR, List.of(ToyProtocol.TOY))
                    .withSide(Sender.GODOT)
                    .withSessions(SessionOptions.DEFAULT);

    /** A peer that has connected, and what its connection told. */
    private record Taken(Connection connection, EventLog events) {}

    private final SessionKeeper keeper = new SessionKeeper();
    private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
    private Listener listener;

    @BeforeEach
    void listen() {
        listener =
                Listener.open(
                        "127.0.0.1",
                        0,
                        socket -> {
                            EventLog events = new EventLog();
                            Connection connection =
                                    new BlockingDriver()
                                            .over(
                                                    socket,
                                                    GODOT,
                                                    LinkOptions.DEFAULT,
                                                    events,
                                                    keeper);
                            taken.add(new Taken(connection, events));
                            connection.start();
                        },
                        problem -> {
                            throw new AssertionError(problem);
                        });
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        listener.close();
        LeftThreads.assertNone();
    }

    private Taken next() throws InterruptedException {
        Taken next = taken.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    /** A peer without the library that keeps a session. */
    private static final class SessionPeer implements AutoCloseable {
        private final Socket socket;
        private final java.io.BufferedReader reader;

        SessionPeer(int port, String session) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(20_000);
            reader = RawPeer.reader(socket);
            String hello =
                    RawPeer.HELLO.replace(
                            "\"features\":[]",
                            "\"features\":[\"sessions\"],\"session\":" + session);
            say(hello);
        }

        void say(String text) throws IOException {
            RawPeer.write(socket, text);
        }

        String hear() throws IOException {
            return reader.readLine();
        }

        void assertIsAlive() throws IOException {
            say("{\"gdwire\":\"ping\",\"nonce\":5}\n");
            String line = hear();
            while (line != null && line.contains("\"ack\"")) {
                line = hear();
            }
            assertThat(line).isEqualTo("{\"gdwire\":\"pong\",\"nonce\":5}");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String idOf(String welcome) {
        assertThat(welcome).contains("\"welcome\"").contains("\"id\":\"");
        int start = welcome.indexOf("\"id\":\"") + 6;
        return welcome.substring(start, welcome.indexOf('"', start));
    }

    private static String wanted(String id, long received) {
        return "{\"id\":\"%s\",\"received\":%d}".formatted(id, received);
    }

    @Test
    void handshakeThatIsDroppedAfterItsSocketMovedOnEndsNothing() throws Exception {
        try (SessionPeer first = new SessionPeer(listener.port(), "{\"received\":0}")) {
            String id = idOf(first.hear());
            Taken owner = next();
            owner.events().next(Event.Opened.class);
            try (SessionPeer second = new SessionPeer(listener.port(), wanted(id, 0))) {
                assertThat(idOf(second.hear())).isEqualTo(id);
                Taken guest = next();
                Event.Closed moved = guest.events().next(Event.Closed.class);
                assertThat(moved.reason().kind()).isEqualTo(CloseReason.Kind.MOVED);
                guest.connection().abort("dropped");
                guest.connection().shutdown();
                guest.connection().close();
                second.assertIsAlive();
                owner.events().next(Event.Resumed.class);
                owner.connection().send(new Toy.Say("still here"));
                assertThat(second.hear()).contains("still here");
                owner.connection().close();
            }
        }
    }

    @Test
    void helloThatIsOldCutsNoConnection() throws Exception {
        try (SessionPeer first = new SessionPeer(listener.port(), "{\"received\":0}")) {
            String id = idOf(first.hear());
            Taken owner = next();
            owner.events().next(Event.Opened.class);
            owner.connection().send(new Toy.Say("one"));
            assertThat(first.hear()).contains("\"one\"");
            first.say("{\"gdwire\":\"ack\",\"$ack\":1}\n");
            first.assertIsAlive();
            try (SessionPeer stranger = new SessionPeer(listener.port(), wanted(id, 0))) {
                assertThat(stranger.hear()).contains("\"reject\"").contains("\"too_late\"");
                assertThat(next().events().next(Event.Closed.class).reason().kind())
                        .isEqualTo(CloseReason.Kind.REFUSED);
            }
            first.assertIsAlive();
            owner.connection().send(new Toy.Say("two"));
            assertThat(first.hear()).contains("\"two\"");
            owner.connection().close();
        }
    }
}
