package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.internal.ByteLink;
import dev.gdwire.transport.internal.ConnectionLock;
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
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

    /** One clock for all: a session takes its deadlines from one connection to another. */
    private static final long ORIGIN = System.nanoTime();

    private final SocketChannel channel;
    private final LinkOptions link;
    private final Role role;
    private final Resumer resumer;
    private final String peer;
    private final ByteLink bytes;
    private final Duration handshake;
    private final Pump pump;
    private final ConnectionLock lock;
    private final Outbox outbox;
    private final SocketOutput output;
    private final Engine engine;
    private final Deliveries deliveries;
    private final Meter meter = new Meter();
    private final Timer timer = new Timer(this::tick);
    private final CompletableFuture<SocketConnection> successor = new CompletableFuture<>();

    /** Another one's, once the session of another connection has come. */
    private ConnectionListener listener;

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
        lock = pump.lock();
        outbox = pump.outbox();
        output = new SocketOutput(outbox, this::event, this::greeted);
        deliveries = new Deliveries(link, outbox, output, new Way());
        outbox.onLess(this::less);
        try {
            engine = new Engine(options, output);
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
        guarded(
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
        guarded(() -> engine.adopt(session, now()));
    }

    /**
     * Gives the session away, and ends without a word.
     *
     * @return null if it has ended
     */
    @Nullable SessionState release() {
        SessionState[] released = new SessionState[1];
        guarded(
                () -> {
                    released[0] = engine.release(now());
                    if (released[0] != null) {
                        cutOff();
                    }
                });
        return released[0];
    }

    /** Goes on with what another one, whose session was released, counted and had wait. */
    void follow(SocketConnection other) {
        Deliveries.Kept[] kept = new Deliveries.Kept[1];
        ConnectionStats[] counted = new ConnectionStats[1];
        other.guarded(
                () -> {
                    kept[0] = other.deliveries.handOver();
                    counted[0] = other.meter.passOn(other.engine, other.output, other.outbox);
                });
        guarded(
                () -> {
                    deliveries.takeOver(kept[0]);
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

    /** Where the session is that was released; waits until it is there. */
    SocketConnection successor() {
        return successor.join();
    }

    /** Lets a peer in that has waited for it. */
    void admit() {
        guarded(() -> output.answer(() -> engine.admit(now())));
    }

    /**
     * Lets a peer in that has waited for it, to go on with a session.
     *
     * @param taker the session's listener, which takes the events from here on
     * @param beforeEvents to be run when the session is here, and nobody has been told
     */
    void admit(SessionState session, ConnectionListener taker, Runnable beforeEvents) {
        guarded(
                () -> {
                    listener = taker;
                    beforeEvents.run();
                    output.answer(() -> engine.admit(session, now()));
                });
    }

    /** Gives up a session that cannot go on. */
    void lose(String text) {
        guarded(() -> engine.lose(text, now()));
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
        if (link.sending().delivery() != Delivery.BLOCK || mustNotWait()) {
            send(message, link.sending().delivery());
            return;
        }
        // As put does, but without an object for what is done most often.
        enter(Long.MAX_VALUE);
        try {
            engine.send(message);
            deliveries.tellMarks();
        } finally {
            leave(outbox.takeOfRow());
        }
    }

    @Override
    public void send(Message message, Delivery delivery) {
        deliveries.send(message, delivery);
    }

    @Override
    public void sendPlain(ObjectNode object) {
        sendPlain(object, link.sending().delivery());
    }

    @Override
    public void sendPlain(ObjectNode object, Delivery delivery) {
        deliveries.send(object, delivery);
    }

    @Override
    public long request(Message message, Duration timeout, Consumer<? super Outcome> completion) {
        long deadline = Deadline.after(now(), timeout);
        long[] id = new long[1];
        boolean sent =
                put(
                        () -> {
                            Duration left = Duration.ofNanos(deadline - now());
                            id[0] = engine.request(message, left, now(), completion);
                        },
                        deadline);
        if (!sent) {
            guarded(() -> output.answer(() -> completion.accept(new Outcome.TimedOut())));
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
        if (mustNotWait()) {
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
        guarded(() -> output.answer(() -> cancelled[0] = engine.cancel(id)));
        return cancelled[0];
    }

    @Override
    public void reply(long id, Message reply) {
        put(() -> engine.reply(id, reply, now()));
    }

    @Override
    public void fail(long id, ErrorCode code, String text) {
        put(() -> engine.fail(id, code, text, now()));
    }

    @Override
    public void ping() {
        put(() -> engine.ping(meter.ping(now()), now()));
    }

    @Override
    public ConnectionStats stats() {
        lock.lock();
        try {
            return meter.stats(engine, output, outbox, deliveries);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void refuse(RejectCode code, String text) {
        guarded(() -> engine.refuse(code, text, now()));
    }

    @Override
    public int waitingRequests() {
        lock.lock();
        try {
            return engine.waitingRequests();
        } finally {
            lock.unlock();
        }
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
        guarded(
                () -> {
                    deliveries.flush();
                    engine.close(now());
                });
    }

    @Override
    public void abort(String why) {
        guarded(() -> engine.close(why, now()));
        pump.abort();
    }

    @Override
    public void close() {
        shutdown();
        awaitEnd();
    }

    /** Waits until the socket is closed, unless that cannot be waited for. */
    void awaitEnd() {
        if (mustNotWait()) {
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

    /** Within an event, and where others wait for the thread. */
    private boolean mustNotWait() {
        return lock.isHeldByCurrentThread() || pump.isOnDriver();
    }

    private void put(Runnable command) {
        put(command, Long.MAX_VALUE);
    }

    /** False when there was no room in time. */
    private boolean put(Runnable command, long deadline) {
        if (lock.isHeldByCurrentThread()) {
            output.answer(command);
            return true;
        }
        if (pump.isOnDriver()) {
            guarded(() -> output.answer(command));
            return true;
        }
        if (!enter(deadline)) {
            return false;
        }
        try {
            command.run();
            look(now());
        } finally {
            leave(outbox.takeOfRow());
        }
        return true;
    }

    /** Takes the lock once there is room; false, without it, when there was none in time. */
    private boolean enter(long deadline) {
        lock.lockSoon();
        boolean entered = false;
        try {
            entered = deliveries.isClear() || awaitRoom(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while waiting to send: nothing was sent.", e);
        } finally {
            if (!entered) {
                lock.unlock();
            }
        }
        return entered;
    }

    private boolean awaitRoom(long deadline) throws InterruptedException {
        ConnectionListener told = listener;
        told.threadWaits();
        try {
            return deliveries.await(deadline, this::now);
        } finally {
            told.threadGoesOn();
        }
    }

    private void guarded(Runnable command) {
        lock.lock();
        try {
            command.run();
            look(now());
        } finally {
            // Within an event, and within the driver's turn, the lines wait for its end.
            leave(lock.isHeldAgain() ? null : outbox.takeAtOnce());
        }
    }

    /** Gives the lock back, and writes what this thread has taken. */
    private void leave(@Nullable ByteBuffer batch) {
        lock.unlock();
        pump.write(batch);
    }

    /** What a command has changed beside the lines. */
    private void look(long now) {
        if (output.isOverflowed()) {
            engine.broken("the peer does not read what it is sent", now);
        }
        if (engine.isOverfull()) {
            engine.lose("more was sent than is kept until the peer has acknowledged it", now);
        }
        outbox.otherRoomChanged();
        if (!lock.isHeldAgain()) {
            // Not within an event: its listener is told one at a time.
            deliveries.less();
        }
        timer.set(engine.nextDeadline(), now);
    }

    /** The peer has taken some. */
    private void less() {
        try {
            deliveries.less();
        } catch (RuntimeException | Error e) {
            // A listener's fault: the thread that writes must live to write the rest.
            engine.broken("the connection broke: " + e, now());
        }
    }

    private void tick() {
        guarded(
                () -> {
                    timer.fired();
                    output.answer(() -> engine.tick(now()));
                });
    }

    /** No engine sees this: to a plain one the connection stands, and another has its own words. */
    private void shakingIsLate() {
        if (bytes.isShaking()) {
            guarded(
                    () ->
                            engine.broken(
                                    "the handshake of TLS was not done within %d ms: does the peer use TLS?"
                                            .formatted(handshake.toMillis()),
                                    now()));
            pump.abort();
        }
    }

    private long now() {
        return System.nanoTime() - ORIGIN;
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
                deliveries.end();
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
        pump.end();
        timer.cancel();
        cancelShaking();
        pump.abort();
    }

    /** After the last event: what is queued goes out, then the peer has a while to end too. */
    private void ended() {
        pump.end();
        timer.cancel();
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

    private final class Way implements Deliveries.Way {
        @Override
        public Engine engine() {
            return engine;
        }

        @Override
        public long now() {
            return SocketConnection.this.now();
        }

        @Override
        public String peer() {
            return peer;
        }

        @Override
        public boolean put(Runnable command, long deadline) {
            return SocketConnection.this.put(command, deadline);
        }

        @Override
        public void run(Runnable command) {
            boolean oneOfMany = !mustNotWait();
            lock.lockSoon();
            boolean before = output.beginFitting();
            try {
                command.run();
                look(now());
            } finally {
                output.endAnswer(before);
                boolean within = lock.isHeldAgain();
                leave(within ? null : oneOfMany ? outbox.takeOfRow() : outbox.takeAtOnce());
            }
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
            boolean before = output.beginAnswer();
            try {
                engine.receive(bytes, 0, length, now());
            } finally {
                output.endAnswer(before);
            }
            // Not the same time: events may have taken long.
            look(now());
        }

        @Override
        public void endOfInput() {
            guarded(() -> output.answer(this::inputEnded));
        }

        private void inputEnded() {
            engine.inputEnds(now());
            if (!engine.isClosed()) {
                listener.inputEnded(() -> guarded(() -> engine.endOfInput(now())));
            }
        }

        @Override
        public long now() {
            return SocketConnection.this.now();
        }

        @Override
        public void finished() {
            // Both of a pump's threads may say so.
            ConnectionListener[] told = new ConnectionListener[1];
            guarded(
                    () -> {
                        told[0] = finished ? null : listener;
                        finished = true;
                        if (abort != null) {
                            abort.cancel(false);
                        }
                    });
            if (told[0] != null) {
                told[0].finished(outbox.unsent());
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
            guarded(() -> engine.broken(text, now()));
        }
    }
}
