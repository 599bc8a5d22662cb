package dev.gdwire.transport;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.protocol.json.JsonOutput;
import dev.gdwire.transport.internal.Deadline;
import dev.gdwire.transport.internal.Outbox;
import dev.gdwire.transport.internal.Pump;
import dev.gdwire.transport.internal.Timer;
import dev.gdwire.transport.internal.Waiter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An engine on a TCP socket, with one thread that reads and one that writes; a thread that sends
 * writes itself when it can, and one that waits in {@link #call} reads itself. Meant for few peers
 * and low latency. Safe for use by many threads.
 *
 * <p>A send waits while more than {@link LinkOptions#outboundBytes} wait to be taken by the peer.
 */
public final class BlockingConnection implements Connection {
    private final SocketChannel channel;
    private final LinkOptions link;
    private final Role role;
    private final ConnectionListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final long origin = System.nanoTime();
    private final Engine engine;
    private final Outbox outbox;
    private final Pump pump;
    private final Timer timer = new Timer(this::tick);
    private final String peer;
    private boolean answering;
    private boolean overflowed;
    private @Nullable Future<?> abort;

    private BlockingConnection(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener)
            throws IOException {
        this.channel = channel;
        this.link = link;
        this.listener = listener;
        role = options.role();
        peer = name((InetSocketAddress) channel.getRemoteAddress());
        outbox = new Outbox(lock, link.outboundBytes(), this::now);
        engine = new Engine(options, new Output());
        pump = new Pump(channel, link.spin(), outbox, new Input(), this::failed, peer);
    }

    /**
     * Connects to a listening peer. The handshake goes on when this returns.
     *
     * @throws ConnectException if nobody listens there
     */
    public static BlockingConnection connect(
            String host,
            int port,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        return over(Connector.connect(host, port, link.connectTimeout()), options, link, listener);
    }

    /** Takes over a connected socket; it is never blocking afterwards. */
    public static BlockingConnection over(
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        BlockingConnection connection;
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            connection = new BlockingConnection(channel, options, link, listener);
        } catch (IOException | RuntimeException e) {
            Connector.close(channel, e);
            throw e instanceof RuntimeException unchecked
                    ? unchecked
                    : new ConnectException("The connection broke at once: " + e.getMessage(), e);
        }
        return connection;
    }

    @Override
    public void start() {
        guarded(() -> engine.start(now()));
        pump.start();
    }

    @Override
    public void send(Message message) {
        if (lock.isHeldByCurrentThread()) {
            answer(() -> engine.send(message, now()));
            return;
        }
        ByteBuffer batch;
        enter(Long.MAX_VALUE);
        try {
            long now = now();
            engine.send(message, now);
            batch = sent(now);
        } finally {
            lock.unlock();
        }
        pump.write(batch);
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
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("A listener cannot wait for an answer.");
        }
        Waiter<Outcome> waiter = pump.baton().waiter();
        long id = request(message, timeout, waiter::complete);
        try {
            return pump.baton().await(waiter);
        } catch (InterruptedException e) {
            cancel(id);
            throw e;
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
        if (lock.isHeldByCurrentThread()) {
            return;
        }
        try {
            pump.join();
        } catch (InterruptedException e) {
            pump.abort();
            Thread.currentThread().interrupt();
        }
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
        if (!enter(deadline)) {
            return false;
        }
        ByteBuffer batch;
        try {
            command.run();
            batch = sent(now());
        } finally {
            lock.unlock();
        }
        pump.write(batch);
        return true;
    }

    /** Takes the lock once there is room; false, without it, when there was none in time. */
    private boolean enter(long deadline) {
        outbox.lockSoon();
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

    /** A listener answers from within an event: it cannot wait for room. */
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
            batch = after();
        } finally {
            lock.unlock();
        }
        pump.write(batch);
    }

    /** After a command: what it left to do, and the lines that this thread is to write. */
    private @Nullable ByteBuffer after() {
        look(now());
        // Within an event of a listener's the lines wait for its end.
        return lock.getHoldCount() > 1 ? null : outbox.takeAtOnce();
    }

    /** After a command of the user's: the same. */
    private @Nullable ByteBuffer sent(long now) {
        look(now);
        return outbox.takeOfRow(now);
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

    private void failed(Throwable e) {
        String reason = e instanceof IOException ? e.getMessage() : e.toString();
        guarded(() -> engine.broken("the connection broke: " + reason, now()));
    }

    private long now() {
        return System.nanoTime() - origin;
    }

    private static String name(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** After the last event: what is queued goes out, then the peer has a while to end too. */
    private void ended() {
        outbox.end();
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

    private final class Input implements Pump.Owner {
        @Override
        public void awaitRoom() throws InterruptedException {
            listener.awaitRoom();
        }

        @Override
        public void bytes(byte[] bytes, int length) {
            guarded(
                    () -> {
                        outbox.endRow();
                        answer(() -> engine.receive(bytes, 0, length, now()));
                    });
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
        public void endOfInput() {
            guarded(() -> answer(this::inputEnded));
        }

        private void inputEnded() {
            engine.inputEnds(now());
            if (!engine.isClosed()) {
                listener.inputEnded(() -> guarded(() -> engine.endOfInput(now())));
            }
        }
    }
}
