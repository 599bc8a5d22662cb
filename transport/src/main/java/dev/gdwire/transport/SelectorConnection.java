package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.EventLoop;
import dev.gdwire.transport.internal.LoopLock;
import dev.gdwire.transport.internal.LoopOutbox;
import dev.gdwire.transport.internal.LoopPump;
import dev.gdwire.transport.internal.Timer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An engine on a TCP socket that is one of many of a {@link SelectorDriver}'s. */
final class SelectorConnection implements Connection {
    private final SocketChannel channel;
    private final LinkOptions link;
    private final Role role;
    private final ConnectionListener listener;
    private final LoopLock lock;
    private final long origin = System.nanoTime();
    private final Engine engine;
    private final LoopPump pump;
    private final LoopOutbox outbox;
    private final Timer timer = new Timer(this::tick);
    private final String peer;
    private boolean answering;
    private boolean overflowed;
    private @Nullable Future<?> abort;

    private SelectorConnection(
            SocketChannel channel,
            EventLoop loop,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener)
            throws IOException {
        this.channel = channel;
        lock = loop.newLock();
        this.link = link;
        this.listener = listener;
        role = options.role();
        InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
        peer = address.getAddress().getHostAddress() + ":" + address.getPort();
        pump = new LoopPump(channel, loop, lock, link.outboundBytes(), new Input());
        outbox = pump.outbox();
        engine = new Engine(options, new Output());
    }

    /** Takes over a connected socket, for a loop. */
    static SelectorConnection over(
            SocketChannel channel,
            EventLoop loop,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener)
            throws IOException {
        SelectorConnection connection =
                new SelectorConnection(channel, loop, options, link, listener);
        if (!connection.pump.join()) {
            throw new IllegalStateException("The driver is closed: it takes no more connections.");
        }
        return connection;
    }

    @Override
    public void start() {
        guarded(
                () -> {
                    if (!engine.isClosed()) {
                        engine.start(now());
                    }
                });
        pump.start();
    }

    @Override
    public void send(Message message) {
        put(() -> engine.send(message, now()));
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
            guarded(() -> answer(() -> completion.accept(new Outcome.TimedOut())));
        }
        return id[0];
    }

    @Override
    public Outcome call(Message message, Duration timeout) throws InterruptedException {
        if (mustNotWait()) {
            throw new IllegalStateException("A listener cannot wait for an answer.");
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        long id = request(message, timeout, outcome::complete);
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            cancel(id);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean cancel(long id) {
        boolean[] cancelled = new boolean[1];
        guarded(() -> answer(() -> cancelled[0] = engine.cancel(id)));
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
    public void sendPlain(ObjectNode object) {
        put(() -> engine.sendPlain(object, now()));
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
        guarded(() -> engine.close(now()));
    }

    @Override
    public void close() {
        shutdown();
        if (mustNotWait()) {
            return;
        }
        try {
            pump.await();
        } catch (InterruptedException e) {
            pump.abort();
            Thread.currentThread().interrupt();
        }
    }

    /** Within an event, and where others wait for the thread. */
    private boolean mustNotWait() {
        return lock.isHeldByCurrentThread() || EventLoop.isOnLoop();
    }

    private void put(Runnable command) {
        put(command, Long.MAX_VALUE);
    }

    /** False when there was no room in time. */
    private boolean put(Runnable command, long deadline) {
        if (lock.isHeldByCurrentThread()) {
            answer(command);
            return true;
        }
        if (EventLoop.isOnLoop()) {
            guarded(() -> answer(command));
            return true;
        }
        if (!enter(deadline)) {
            return false;
        }
        ByteBuffer batch;
        try {
            command.run();
            long now = now();
            look(now);
            batch = outbox.takeOfRow(now);
        } finally {
            lock.unlock();
        }
        pump.write(batch);
        return true;
    }

    /** Takes the lock once there is room; false, without it, when there was none in time. */
    private boolean enter(long deadline) {
        lock.lock();
        boolean entered = false;
        try {
            entered = outbox.hasRoom() || outbox.awaitRoom(deadline - now());
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

    /** Who answers from where it must not wait does not wait for room. */
    private void answer(Runnable command) {
        boolean before = answering;
        answering = true;
        try {
            command.run();
        } finally {
            answering = before;
        }
    }

    private void guarded(Runnable command) {
        ByteBuffer batch;
        lock.lock();
        try {
            command.run();
            look(now());
            // Within an event, and within the loop's turn, the lines wait for its end.
            batch = lock.isHeldAgain() ? null : outbox.takeAtOnce();
        } finally {
            lock.unlock();
        }
        pump.write(batch);
    }

    /** What a command has changed beside the lines. */
    private void look(long now) {
        if (overflowed) {
            engine.broken("the peer does not read what it is sent", now);
        }
        timer.set(engine.nextDeadline(), now);
    }

    private void tick() {
        guarded(
                () -> {
                    timer.fired();
                    answer(() -> engine.tick(now()));
                });
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    /** After the last event: what is queued goes out, then the peer has a while to end too. */
    private void ended() {
        pump.end();
        timer.cancel();
        if (channel.isOpen()) {
            abort = Timer.later(pump::abort, link.closeTimeout().toNanos());
        }
    }

    private final class Output implements EngineOutput {
        @Override
        public JsonOutput lines() {
            return outbox.lines();
        }

        @Override
        public void lineWritten(int length) {
            if (!answering) {
                outbox.added(length);
            } else if (!outbox.answered(length)) {
                overflowed = true;
            }
        }

        @Override
        public void event(Event event) {
            try {
                listener.event(event);
            } finally {
                if (event instanceof Event.Closed) {
                    ended();
                }
            }
        }
    }

    private final class Input implements LoopPump.Owner {
        @Override
        public boolean hasRoom(Runnable whenThereIs) {
            return listener.hasRoom(whenThereIs);
        }

        @Override
        public void bytes(byte[] bytes, int length) {
            boolean before = answering;
            answering = true;
            long now = now();
            try {
                engine.receive(bytes, 0, length, now);
            } finally {
                answering = before;
            }
            look(now);
        }

        @Override
        public void endOfInput() {
            guarded(() -> answer(this::inputEnded));
        }

        private void inputEnded() {
            engine.inputEnds(now());
            if (!engine.isClosed()) {
                listener.inputEnded(() -> guarded(() -> engine.endOfInput(now())));
            }
        }

        @Override
        public long now() {
            return SelectorConnection.this.now();
        }

        @Override
        public void finished() {
            guarded(
                    () -> {
                        if (abort != null) {
                            abort.cancel(false);
                        }
                    });
        }

        @Override
        public void shutdown() {
            SelectorConnection.this.shutdown();
        }

        @Override
        public void failed(Throwable e) {
            String reason = e instanceof IOException ? e.getMessage() : e.toString();
            guarded(() -> engine.broken("the connection broke: " + reason, now()));
        }
    }
}
