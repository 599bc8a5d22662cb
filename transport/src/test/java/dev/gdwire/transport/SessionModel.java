package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.internal.SessionState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Two peers with a session, and connections between them that are cut, held up and forgotten, with
 * a clock that moves only when it is told to. It knows what must arrive.
 */
final class SessionModel {
    private static final Duration LONG = Duration.ofHours(1);

    private final SessionOptions sessions;
    final Side java;
    final Side godot;
    long now;
    private int cuts;

    SessionModel(SessionOptions sessions) {
        this(sessions, Sender.JAVA, Sender.GODOT);
    }

    /** The same where the initiator, which is called Java here, may be the Godot side. */
    SessionModel(SessionOptions sessions, Sender initiator, Sender acceptor) {
        this.sessions = sessions;
        java = new Side(Role.INITIATOR, initiator);
        godot = new Side(Role.ACCEPTOR, acceptor);
    }

    /** One end of one connection. */
    final class Plug implements EngineOutput {
        final Side side;
        final Engine engine;
        private final JsonOutput outbound = new JsonOutput();
        private final JsonOutput said = new JsonOutput();
        private boolean isCut;
        private boolean isRepeated;
        private @Nullable String wanted;

        Plug(Side side, EngineOptions options) {
            this.side = side;
            engine = new Engine(options, this);
        }

        @Override
        public JsonOutput lines() {
            return outbound;
        }

        @Override
        public void lineWritten(int length) {
            // It stays where it is until it is moved.
        }

        @Override
        public Admission greeted(@Nullable String session) {
            if (session == null || side.plug == null || !session.equals(side.sessionId)) {
                return new Admission.Take();
            }
            wanted = session;
            return new Admission.Later();
        }

        @Override
        public void event(Event event) {
            side.event(event, this);
        }

        /** What is on its way from here, which goes no further. */
        String takeText() {
            String text = new String(outbound.toByteArray(), StandardCharsets.UTF_8);
            outbound.clear();
            return text;
        }

        /** Puts a text on its way. */
        void put(String text) {
            outbound.raw(text.getBytes(StandardCharsets.UTF_8));
        }

        int waiting() {
            return outbound.size();
        }

        /** Moves some bytes to the other end; those that were cut off are gone. */
        void move(Plug to, int count) {
            byte[] bytes = outbound.toByteArray();
            int length = Math.min(count, bytes.length);
            outbound.clear();
            outbound.raw(Arrays.copyOfRange(bytes, length, bytes.length));
            if (length > 0) {
                said.raw(Arrays.copyOf(bytes, length));
                to.hear(bytes, length);
            }
        }

        private void hear(byte[] bytes, int length) {
            if (!isCut) {
                engine.receive(bytes, 0, length, now);
                side.resumeIfWanted(this);
            }
        }
    }

    /** One peer, whichever connection carries its session. */
    final class Side {
        private final EngineOptions options;
        @Nullable Plug plug;
        @Nullable String sessionId;
        final List<Message> sent = new ArrayList<>();
        final List<Message> got = new ArrayList<>();
        final List<String> losses = new ArrayList<>();
        final List<Long> toAnswer = new ArrayList<>();
        final Map<Long, List<Outcome>> outcomes = new HashMap<>();
        int resumed;
        int opened;
        int closed;

        Side(Role role, Sender sender) {
            options =
                    EngineOptions.of(role, List.of(ToyProtocol.TOY))
                            .withSide(sender)
                            .withHandshakeTimeout(LONG)
                            .withSessions(sessions);
        }

        Engine engine() {
            return Objects.requireNonNull(plug).engine;
        }

        boolean isUsable() {
            return plug != null && sessionId != null && !plug.engine.isClosed();
        }

        private void event(Event event, Plug from) {
            if (from.isRepeated && from != plug) {
                // A beginning that is repeated is another peer, as far as anybody can tell.
                return;
            }
            if (event instanceof Event.Received received) {
                got.add(received.message());
            } else if (event instanceof Event.RequestReceived request) {
                got.add(request.request());
                toAnswer.add(request.id());
            } else if (event instanceof Event.Opened) {
                opened++;
                plug = from;
                sessionId = from.engine.sessionId();
            } else if (event instanceof Event.Resumed) {
                resumed++;
            } else if (event instanceof Event.SessionLost lost) {
                losses.add(lost.loss().reason());
            } else if (event instanceof Event.Closed && from == plug) {
                closed++;
            } else if (event instanceof Event.ProblemEvent problem
                    && !(from.isCut && problem.problem().kind() == ProblemKind.TRUNCATED)) {
                throw new AssertionError(problem.problem());
            }
        }

        private void resumeIfWanted(Plug socket) {
            if (socket.wanted != null) {
                socket.wanted = null;
                Engine before = Objects.requireNonNull(plug).engine;
                if (before.isPast(socket.engine.wantedReceived())) {
                    // An old hello: what stands goes on.
                    socket.engine.refuse(RejectCode.TOO_LATE, "old", now);
                    return;
                }
                SessionState state = before.release(now);
                plug = socket;
                if (state == null) {
                    socket.engine.admit(now);
                } else {
                    socket.engine.admit(state, now);
                }
            }
        }

        void send(Message message) {
            engine().send(message);
            sent.add(message);
        }

        List<Outcome> ask(Toy.Ask question) {
            List<Outcome> all = new ArrayList<>();
            long id = engine().request(question, LONG, now, all::add);
            outcomes.put(id, all);
            sent.add(question);
            return all;
        }

        /** It is sent by a connection that stands, and kept for none. */
        void ping(long nonce) {
            Plug from = Objects.requireNonNull(plug);
            int before = from.waiting();
            from.engine.ping(nonce, now);
            assertThat(from.waiting() > before).isEqualTo(from.engine.isOpen());
        }

        void answerAll() {
            for (long id : List.copyOf(toAnswer)) {
                engine().reply(id, new Toy.Answer(id), now);
            }
            toAnswer.clear();
        }

        /** It is started anew, and remembers nothing. */
        void forget() {
            plug = null;
            sessionId = null;
            toAnswer.clear();
        }
    }

    /** A new connection; the bytes of the one before that are on their way stay with its ends. */
    void connect() {
        Plug initiator = new Plug(java, java.options);
        Plug acceptor = new Plug(godot, godot.options);
        Plug before = java.plug;
        java.plug = initiator;
        if (before != null && before.engine.sessionId() != null) {
            SessionState state = before.engine.release(now);
            if (state != null) {
                initiator.engine.adopt(state, now);
            }
        }
        initiator.engine.start(now);
        acceptor.engine.start(now);
        if (link.length > 0) {
            earlier.add(link);
        }
        link = new Plug[] {initiator, acceptor};
    }

    /** Bytes of an earlier connection come late, to the ends that it had. */
    void deliverLate(Random random) {
        if (!earlier.isEmpty()) {
            Plug[] ends = earlier.get(random.nextInt(earlier.size()));
            ends[0].move(ends[1], 1 + random.nextInt(500));
            ends[1].move(ends[0], 1 + random.nextInt(500));
        }
    }

    /** Some of what an initiator has said comes once more, to the acceptor, as a connection. */
    void repeat(Random random) {
        List<Plug[]> all = new ArrayList<>(earlier);
        all.add(link);
        byte[] said = all.get(random.nextInt(all.size()))[0].said.toByteArray();
        Plug ghost = new Plug(godot, godot.options);
        Plug before = godot.plug;
        ghost.isRepeated = true;
        ghost.engine.start(now);
        ghost.hear(said, said.length == 0 ? 0 : random.nextInt(said.length + 1));
        if (godot.plug != before && before == end(godot)) {
            // The socket of the connection that lost its session is closed.
            cut(java);
        }
        ghost.engine.broken("the end of what was repeated", now);
    }

    /** Both ends of each connection that was made before. */
    private final List<Plug[]> earlier = new ArrayList<>();

    /** Both ends of the connection that was made last. */
    private Plug[] link = {};

    Plug end(Side side) {
        return link[side == java ? 0 : 1];
    }

    void deliver(Side from, int count) {
        Side to = from == java ? godot : java;
        end(from).move(end(to), count);
    }

    void deliverAll() {
        while (end(java).waiting() + end(godot).waiting() > 0) {
            deliver(java, Integer.MAX_VALUE);
            deliver(godot, Integer.MAX_VALUE);
        }
    }

    /** The connection breaks for one side; what was on its way to that side is lost. */
    void cut(Side side) {
        Plug plug = end(side);
        if (!plug.isCut) {
            plug.isCut = true;
            // By turns an error, and a peer that says that it sends no more.
            if (cuts++ % 2 == 0) {
                plug.engine.broken("cut", now);
            } else {
                plug.engine.endOfInput(now);
            }
        }
    }

    void pass(Duration time) {
        now += time.toNanos();
        for (Side side : List.of(java, godot)) {
            if (side.plug != null) {
                side.plug.engine.tick(now);
            }
        }
    }

    /** Nothing arrives that was not sent, or twice, or in another order. */
    void checkPrefixes() {
        assertThat(godot.got).isEqualTo(java.sent.subList(0, godot.got.size()));
        assertThat(java.got).isEqualTo(godot.sent.subList(0, java.got.size()));
        java.outcomes.values().forEach(all -> assertThat(all).hasSizeLessThanOrEqualTo(1));
    }
}
