package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.internal.ByteLink;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.KeepAlive;
import dev.gdwire.transport.internal.MovedException;
import dev.gdwire.transport.internal.Outbox;
import dev.gdwire.transport.internal.PlainLink;
import dev.gdwire.transport.internal.Pump;
import dev.gdwire.transport.internal.PumpOwner;
import dev.gdwire.transport.internal.SessionState;
import dev.gdwire.transport.internal.Timer;
import dev.gdwire.transport.internal.Waiter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An engine on a TCP socket, whichever driver moves its bytes. */
final class SocketConnection implements Connection {
    /** Who takes peers that want to resume a session. */
    interface Resumer {
        /** What becomes of a peer that asks to resume a session. */
        Admission asked(String session);

        /** Where there are no sessions, none is resumed. */
        static Resumer none() {
            return session -> new Admission.Take();
        }
    }

    private final SocketChannel channel;
    private final LinkOptions link;
    private final Role role;
    private final Resumer resumer;
    private final String peer;
    private final ByteLink bytes;
    private final Duration handshake;
    private final Pump pump;
    private final Outbox outbox;
    private final SocketOutput output;
    private final Engine engine;
    private final EngineGuard guard;
    private final Meter meter = new Meter();
    private final CompletableFuture<SocketConnection> successor = new CompletableFuture<>();

    /** Another one's, once the session of another connection has come. */
    private volatile ConnectionListener listener;

    private @Nullable Future<?> abort;
    private @Nullable Future<?> shaking;
    private volatile boolean finished;

    private SocketConnection(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener,
            Resumer resumer,
            Pump.Factory driver)
            throws IOException {
        this.channel = channel;
        this.link = link;
        this.listener = listener;
        this.resumer = resumer;
        role = options.role();
        handshake = options.limits().handshake();
        InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
        peer = address.getAddress().getHostAddress() + ":" + address.getPort();
        Tls tls = link.tls();
        bytes = tls == null ? new PlainLink(channel) : tls.link(channel, role, address);
        pump = driver.newPump(bytes, new Input(), peer);
        outbox = pump.outbox();
        output = new SocketOutput(outbox, this::event, this::greeted);
        try {
            engine = new Engine(options, output);
            guard = new EngineGuard(engine, output, pump, link, peer, () -> this.listener);
            if (options.sessions() != null) {
                outbox.alsoNeeds(engine::hasRoom);
            }
        } catch (RuntimeException e) {
            pump.discard();
            throw e;
        }
    }

    /**
     * Takes over a connected socket for a driver; closes it if that fails.
     *
     * @throws ConnectException if the connection broke at once
     * @throws IllegalStateException if the driver is closed
     */
    static SocketConnection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener,
            Resumer resumer,
            Pump.Factory driver) {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            KeepAlive.on(channel);
            SocketConnection connection =
                    new SocketConnection(channel, options, link, listener, resumer, driver);
            connection.pump.join();
            return connection;
        } catch (IOException | RuntimeException e) {
            Connector.close(channel, e);
            throw e instanceof RuntimeException unchecked
                    ? unchecked
                    : new ConnectException("The connection broke at once: " + e.getMessage(), e);
        }
    }

    @Override
    public void start() {
        guard.run(
                () -> {
                    // A driver that closes may have been here before.
                    if (!engine.isClosed()) {
                        if (bytes.isShaking()) {
                            shaking = Timer.later(this::shakingIsLate, handshake.toNanos());
                        }
                        engine.start(now());
                    }
                });
        pump.start();
    }

    /** Takes over the session of a connection that broke, before {@link #start}. */
    void adopt(SessionState session) {
        guard.run(() -> engine.adopt(session, now()));
    }

    /**
     * Gives the session away, and ends without a word.
     *
     * @return null if it has ended
     */
    @Nullable SessionState release() {
        SessionState[] released = new SessionState[1];
        guard.run(
                () -> {
                    released[0] = engine.release(now());
                    if (released[0] != null) {
                        cutOff();
                    }
                });
        return released[0];
    }

    /**
     * Gives the session away as {@link #release} does, to a peer that says how much it has of it.
     *
     * @return null if the session has ended, or has gone on since the peer said so
     */
    @Nullable SessionState releaseTo(long received) {
        SessionState[] released = new SessionState[1];
        guard.run(() -> released[0] = engine.isPast(received) ? null : release());
        return released[0];
    }

    /** Whether the session is here, and has gone on since a peer said how much it has of it. */
    boolean isPast(long received) {
        return guard.read(() -> engine.isPast(received));
    }

    /** How much a peer that waits says it has of the session that it wants. */
    long wantedReceived() {
        return guard.read(engine::wantedReceived);
    }

    /** Goes on with what another one, whose session was released, counted and had wait. */
    void follow(SocketConnection other) {
        Deliveries.Kept[] kept = new Deliveries.Kept[1];
        ConnectionStats[] counted = new ConnectionStats[1];
        other.guard.run(
                () -> {
                    kept[0] = other.guard.deliveries().handOver();
                    counted[0] = other.meter.passOn(other.engine, other.output, other.outbox);
                });
        guard.run(
                () -> {
                    guard.deliveries().takeOver(kept[0]);
                    meter.takeOver(counted[0]);
                });
    }

    /** Closes the socket, before {@link #start}, and tells nobody. */
    void discard() {
        pump.abort();
    }

    /** Says where the session is that was released. */
    void movedTo(SocketConnection other) {
        successor.complete(other);
    }

    /**
     * Says that the session that was released came nowhere.
     *
     * @return false if it has come somewhere all the same
     */
    boolean movedNowhere(String text) {
        return successor.completeExceptionally(new ConnectionClosedException(text));
    }

    /**
     * Where the session is that was released; waits until it is there.
     *
     * @throws ConnectionClosedException if it came nowhere
     */
    SocketConnection successor() {
        try {
            return successor.join();
        } catch (CompletionException e) {
            throw new ConnectionClosedException(String.valueOf(e.getCause().getMessage()));
        }
    }

    /** Whether a listener is told of this socket; another one is, once it carries its session. */
    boolean tells(ConnectionListener one) {
        return listener == one;
    }

    /** Runs a command for a listener; not if the socket tells another one by now. */
    void runFor(ConnectionListener one, Runnable command) {
        guard.run(
                () -> {
                    if (tells(one)) {
                        command.run();
                    }
                });
    }

    /** Lets a peer in that has waited for it. */
    void admit() {
        guard.answer(() -> engine.admit(now()));
    }

    /**
     * Lets a peer in that has waited for it, to go on with a session.
     *
     * @param taker the session's listener, which takes the events from here on
     * @param beforeEvents to be run when the session is here, and nobody has been told
     */
    void admit(SessionState session, ConnectionListener taker, Runnable beforeEvents) {
        guard.run(
                () -> {
                    listener = taker;
                    beforeEvents.run();
                    output.answer(() -> engine.admit(session, now()));
                });
    }

    /** Gives up a session that cannot go on. */
    void lose(String text) {
        guard.run(() -> engine.lose(text, now()));
    }

    /** Whether the socket is closed. */
    boolean isFinished() {
        return finished;
    }

    /** The name of its session; null if it has none that outlives it. */
    @Nullable String sessionId() {
        return engine.sessionId();
    }

    @Override
    public void send(Message message) {
        if (link.sending().delivery() == Delivery.BLOCK && !guard.mustNotWait()) {
            guard.send(message);
        } else {
            send(message, link.sending().delivery());
        }
    }

    @Override
    public void send(Message message, Delivery delivery) {
        guard.deliveries().send(message, delivery);
    }

    @Override
    public void sendPlain(ObjectNode object) {
        sendPlain(object, link.sending().delivery());
    }

    @Override
    public void sendPlain(ObjectNode object, Delivery delivery) {
        guard.deliveries().send(object, delivery);
    }

    @Override
    public long request(Message message, Duration timeout, Consumer<? super Outcome> completion) {
        long deadline = Deadline.after(now(), timeout);
        long[] id = new long[1];
        boolean sent =
                guard.put(
                        () -> {
                            Duration left = Duration.ofNanos(deadline - now());
                            id[0] = engine.request(message, left, now(), completion);
                        },
                        deadline);
        if (!sent) {
            guard.answer(() -> completion.accept(new Outcome.TimedOut()));
        }
        return id[0];
    }

    @Override
    public Outcome call(Message message, Duration timeout) throws InterruptedException {
        Call call = begin(message, timeout);
        try {
            return call.await();
        } catch (InterruptedException e) {
            cancel(call.id());
            throw e;
        }
    }

    /** Sends a request whose outcome the calling thread is to wait for. */
    Call begin(Message message, Duration timeout) {
        if (guard.mustNotWait()) {
            throw new IllegalStateException("A listener cannot wait for an answer.");
        }
        Waiter<Outcome> waiter = pump.waiter();
        return new Call(request(message, timeout, waiter::complete), waiter, pump, listener);
    }

    /** A request, and the wait of the thread that sent it. */
    record Call(long id, Waiter<Outcome> waiter, Pump pump, ConnectionListener listener) {
        Outcome await() throws InterruptedException {
            listener.threadWaits();
            try {
                return pump.await(waiter);
            } finally {
                listener.threadGoesOn();
            }
        }
    }

    @Override
    public boolean cancel(long id) {
        boolean[] cancelled = new boolean[1];
        guard.answer(() -> cancelled[0] = engine.cancel(id));
        return cancelled[0];
    }

    @Override
    public void reply(long id, Message reply) {
        guard.put(() -> engine.reply(id, reply, now()));
    }

    @Override
    public void fail(long id, ErrorCode code, String text) {
        guard.put(() -> engine.fail(id, code, text, now()));
    }

    @Override
    public void ping() {
        guard.put(() -> engine.ping(meter.ping(now()), now()));
    }

    @Override
    public ConnectionStats stats() {
        return guard.read(() -> meter.stats(engine, output, outbox, guard.deliveries()));
    }

    @Override
    public void refuse(RejectCode code, String text) {
        guard.run(() -> engine.refuse(code, text, now()));
    }

    @Override
    public int waitingRequests() {
        return guard.read(engine::waitingRequests);
    }

    @Override
    public boolean isInitiator() {
        return role == Role.INITIATOR;
    }

    @Override
    public String peer() {
        return peer;
    }

    @Override
    public void shutdown() {
        guard.run(
                () -> {
                    guard.deliveries().flush();
                    engine.close(now());
                });
    }

    @Override
    public void abort(String why) {
        guard.run(() -> engine.close(why, now()));
        pump.abort();
    }

    @Override
    public void close() {
        shutdown();
        awaitEnd();
    }

    /** Waits until the socket is closed, unless that cannot be waited for. */
    void awaitEnd() {
        if (guard.mustNotWait()) {
            return;
        }
        ConnectionListener told = listener;
        told.threadWaits();
        try {
            pump.await();
        } catch (InterruptedException e) {
            pump.abort();
            Thread.currentThread().interrupt();
        } finally {
            told.threadGoesOn();
        }
    }

    /** No engine sees this: to a plain one the connection stands, and another has its own words. */
    private void shakingIsLate() {
        if (bytes.isShaking()) {
            guard.run(
                    () ->
                            engine.broken(
                                    "the handshake of TLS was not done within %d ms: does the peer use TLS?"
                                            .formatted(handshake.toMillis()),
                                    now()));
            pump.abort();
        }
    }

    private static long now() {
        return EngineGuard.now();
    }

    private void event(Event event) {
        if (event instanceof Event.Pong pong) {
            meter.pong(pong.nonce(), now());
        } else {
            meter.event(event);
        }
        try {
            listener.event(event, engine.lineBytes());
        } finally {
            if (event instanceof Event.Closed) {
                guard.deliveries().end();
                ended();
            } else if (event instanceof Event.Suspended) {
                cutOff();
            }
        }
    }

    private Admission greeted(@Nullable String session) {
        Admission admission = session == null ? new Admission.Take() : resumer.asked(session);
        return admission instanceof Admission.Take ? listener.greeted() : admission;
    }

    /** The session goes on without this socket. */
    private void cutOff() {
        guard.end();
        cancelShaking();
        pump.abort();
    }

    /** After the last event: what is queued goes out, then the peer has a while to end too. */
    private void ended() {
        guard.end();
        cancelShaking();
        if (channel.isOpen()) {
            abort = Timer.later(pump::abort, link.closeTimeout().toNanos());
        }
    }

    private void cancelShaking() {
        if (shaking != null) {
            shaking.cancel(false);
        }
    }

    private final class Input implements PumpOwner {
        @Override
        public void awaitRoom() throws InterruptedException {
            listener.awaitRoom();
        }

        @Override
        public boolean hasRoom(Runnable whenThereIs) {
            return listener.hasRoom(whenThereIs);
        }

        @Override
        public void bytes(byte[] bytes, int length) {
            meter.in(length);
            guard.receive(bytes, length);
        }

        @Override
        public void endOfInput() {
            guard.answer(this::inputEnded);
        }

        private void inputEnded() {
            engine.inputEnds(now());
            // Where the session goes on without this socket, more will come by another one.
            if (!engine.isDeaf()) {
                listener.inputEnded(() -> guard.run(() -> engine.endOfInput(now())));
            }
        }

        @Override
        public long now() {
            return SocketConnection.now();
        }

        @Override
        public void finished() {
            // Both of a pump's threads may say so.
            ConnectionListener[] told = new ConnectionListener[1];
            int[] unacknowledged = new int[1];
            guard.run(
                    () -> {
                        told[0] = finished ? null : listener;
                        unacknowledged[0] = engine.unacknowledged();
                        finished = true;
                        if (abort != null) {
                            abort.cancel(false);
                        }
                    });
            if (told[0] != null) {
                told[0].finished(outbox.unsent(), unacknowledged[0]);
            }
        }

        @Override
        public void shutdown() {
            try {
                SocketConnection.this.shutdown();
            } catch (MovedException e) {
                // This socket carries nothing any more, and ends by itself; the one that does, or
                // was about to, is ended by its own driver.
            }
        }

        @Override
        public void failed(Throwable e) {
            String reason = e instanceof IOException ? e.getMessage() : e.toString();
            String text = e instanceof SSLException ? reason : "the connection broke: " + reason;
            guard.run(() -> engine.broken(text, now()));
        }
    }
}
