package dev.gdwire.client.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.Admission;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.ConnectionListener;
import dev.gdwire.transport.ConnectionStats;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.SessionLoss;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One connection and its handlers: sorts what comes in to handlers, requests and inboxes.
 *
 * @param <P> the peer, as its handlers see it
 */
public final class Session<P> implements ConnectionListener {
    private static final System.Logger LOG = System.getLogger("dev.gdwire");

    private final Handlers<P> handlers;
    private final Settings settings;
    private final P self;
    private final Dispatcher dispatcher;
    private final HandlerRuns runs;
    private final Problems problems;
    private final Inboxes inboxes;
    private final CompletableFuture<@Nullable CloseReason> opened = new CompletableFuture<>();
    private final Consumer<Session<P>> onOpen;
    private final Feeds feeds;
    private final AtomicLong problemCount = new AtomicLong();
    private @Nullable Management bean;
    private final Place place;
    private @Nullable Connection connection;
    private volatile boolean plain;
    private volatile boolean over;
    private volatile String ending = "the peer closed the connection";
    private volatile CloseReason.@Nullable Kind endedBy;
    private volatile boolean wasOpen;
    private volatile @Nullable PeerInfo peer;

    /**
     * A session without a connection.
     *
     * @param onOpen called on the dispatch thread, before any handler, when the handshake is done
     */
    public Session(
            Handlers<P> handlers,
            Settings settings,
            P self,
            String name,
            Consumer<Session<P>> onOpen) {
        this(handlers, settings, self, name, onOpen, Place.UNCOUNTED);
    }

    /** The same with a place among those that its side takes. */
    Session(
            Handlers<P> handlers,
            Settings settings,
            P self,
            String name,
            Consumer<Session<P>> onOpen,
            Place place) {
        this.place = place;
        this.handlers = handlers;
        this.settings = settings;
        this.self = self;
        this.onOpen = onOpen;
        dispatcher = new Dispatcher(settings, name);
        feeds = new Feeds(name);
        runs =
                new HandlerRuns(
                        dispatcher,
                        settings.observation(),
                        () -> connection().peer(),
                        this::problem);
        problems = new Problems(handlers, runs::add, LOG);
        inboxes = new Inboxes(settings, this::problem);
    }

    /** Takes a connection that was not started, and starts it. */
    public void start(Connection started) {
        connection = started;
        started.start();
    }

    /** The connection under it. */
    public Connection connection() {
        return Objects.requireNonNull(connection, "the session has not started");
    }

    /** Ends when the handshake has: with null when it went well, else with the reason. */
    public CompletableFuture<@Nullable CloseReason> opened() {
        return opened;
    }

    /** What is known of the peer; null of a plain one, and before the handshake is done. */
    public @Nullable PeerInfo peer() {
        return peer;
    }

    /** Whether the peer is a plain one. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether the connection has ended. */
    boolean isOver() {
        return over;
    }

    /** The messages of a type, for subscribers. */
    public <T extends Message> Flow.Publisher<T> publisher(Class<T> type) {
        return feeds.of(type);
    }

    /** What went over the connection so far, and how it stands. */
    public ConnectionStats stats() {
        // All of the connection's problems come by here, and some more do.
        return connection().stats().withProblems(problemCount.get());
    }

    /** Why nothing more comes, once the inboxes have ended. */
    String ending() {
        return ending;
    }

    Inboxes inboxes() {
        return inboxes;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Sends what is queued, ends the connection, and waits a while for the handlers' end. */
    public void close() {
        connection().close();
        awaitHandlers(System.nanoTime() + settings.link().closeTimeout().toNanos());
    }

    /** Waits for the handlers' end until then, by {@link System#nanoTime}. */
    void awaitHandlers(long deadline) {
        feeds.abandon();
        try {
            dispatcher.awaitEnd(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        dispatcher.awaitRoom();
    }

    @Override
    public boolean hasRoom(Runnable whenThereIs) {
        return dispatcher.hasRoom(whenThereIs);
    }

    @Override
    public void threadWaits() {
        HandlerPool.threadWaits();
    }

    @Override
    public void threadGoesOn() {
        HandlerPool.threadGoesOn();
    }

    @Override
    public void inputEnded(Runnable finish) {
        inboxes.end();
        try {
            // After the handlers of all that came: a peer that shut down its sending side reads on.
            dispatcher.run(finish);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "the executor runs no more handlers", e);
            finish.run();
        }
    }

    @Override
    public Admission greeted() {
        String refusal = place.refusal();
        return refusal == null
                ? new Admission.Take()
                : new Admission.Refuse(RejectCode.BUSY, refusal);
    }

    @Override
    public void finished(long unsent, int unacknowledged) {
        if (wasOpen && endedBy == CloseReason.Kind.LOCAL) {
            notDelivered(unsent, unacknowledged);
        }
        dispatcher.finish();
        place.leave();
    }

    private void notDelivered(long unsent, int unacknowledged) {
        long patience = settings.link().closeTimeout().toMillis();
        if (unacknowledged > 0) {
            String text =
                    "%d messages that were sent before the close may not have arrived: the peer did"
                            + " not acknowledge them within %d ms (closeTimeout)";
            problem(Problem.of(ProblemKind.NOT_SENT, text.formatted(unacknowledged, patience)));
        } else if (unsent > 0) {
            String text =
                    "about %d bytes that were sent before the close never left: the peer did not"
                            + " take them within %d ms (closeTimeout)";
            problem(Problem.of(ProblemKind.NOT_SENT, text.formatted(unsent, patience)));
        }
    }

    @Override
    public void event(Event event) {
        event(event, 0);
    }

    @Override
    public void event(Event event, int bytes) {
        if (event instanceof Event.Received received) {
            received(received.message(), bytes);
        } else if (event instanceof Event.RequestReceived request) {
            request(request.id(), request.request(), bytes);
        } else if (event instanceof Event.PlainReceived received) {
            plain(received.object(), bytes);
        } else if (event instanceof Event.ProblemEvent trouble) {
            problem(trouble.problem());
        } else if (event instanceof Event.Unknown unknown) {
            unknown(unknown, bytes);
        } else if (event instanceof Event.Closed closed) {
            closed(closed.reason());
        } else if (event instanceof Event.HighWater high) {
            water(handlers.highWater(), high.queuedBytes(), "onHighWater");
        } else if (event instanceof Event.LowWater low) {
            water(handlers.lowWater(), low.queuedBytes(), "onLowWater");
        } else if (event instanceof Event.Suspended broken) {
            handlers.breaks()
                    .forEach(
                            handler ->
                                    runs.addHandler(
                                            () -> handler.accept(broken.reason(), self),
                                            "onSuspend",
                                            0));
        } else if (event instanceof Event.Resumed) {
            handlers.resumes()
                    .forEach(handler -> runs.addHandler(() -> handler.accept(self), "onResume", 0));
        } else if (event instanceof Event.SessionLost lost) {
            sessionLost(lost.loss());
        } else if (!(event instanceof Event.Pong)) {
            wasOpen = true;
            plain = event instanceof Event.PlainOpened;
            peer = event instanceof Event.Opened open ? open.peer() : null;
            observe();
            runs.addHandler(() -> onOpen.accept(this), "onConnect", 0);
            opened.complete(null);
        }
    }

    /** Shows the connection, and finds out how far the peer is. */
    private void observe() {
        if (!plain) {
            connection().ping();
        }
        String name = settings.observation().jmx();
        if (name != null && bean == null) {
            try {
                bean =
                        Management.register(
                                name, connection().peer(), this::stats, connection()::ping);
            } catch (RuntimeException e) {
                problem(Problem.of(ProblemKind.CONNECTION, "jmx: " + e.getMessage()).withCause(e));
            }
        }
    }

    private void water(List<ObjLongConsumer<? super P>> wanted, long bytes, String what) {
        wanted.forEach(handler -> runs.addHandler(() -> handler.accept(self, bytes), what, 0));
    }

    private void received(Message message, int bytes) {
        var wanted = handlers.of(message);
        List<Feed<?>> subscribed = feeds.of(message);
        if (wanted.isEmpty() && subscribed.isEmpty()) {
            keep(inboxes.messages(), message, bytes);
            return;
        }
        dispatchToAll(wanted, message, name(message), subscribed.isEmpty() ? bytes : 0);
        int left = subscribed.size();
        for (Feed<?> feed : subscribed) {
            left--;
            runs.add(() -> feed.hand(message), left == 0 ? bytes : 0);
        }
    }

    /** The message waits until the last of them has it. */
    private <T> void dispatchToAll(
            List<? extends BiConsumer<? super T, ? super P>> wanted,
            T message,
            String what,
            int bytes) {
        int left = wanted.size();
        for (BiConsumer<? super T, ? super P> handler : wanted) {
            left--;
            runs.addHandler(() -> handler.accept(message, self), what, left == 0 ? bytes : 0);
        }
    }

    private void request(long id, Message request, int bytes) {
        BiFunction<Message, P, ? extends Message> handler = handlers.ofRequest(request);
        if (handler == null) {
            String text = "no handler answers " + name(request) + ": register one with onRequest";
            connection().fail(id, ErrorCode.NO_HANDLER, text);
            problem(Problem.of(ProblemKind.NO_HANDLER, text));
        } else {
            runs.add(() -> answer(id, request, handler), bytes);
        }
    }

    private void answer(
            long id, Message request, BiFunction<Message, P, ? extends Message> handler) {
        Message reply;
        long start = System.nanoTime();
        try {
            reply = Objects.requireNonNull(handler.apply(request, self), "the handler's answer");
        } catch (Throwable e) { // Not all languages declare what they throw.
            runs.failed(name(request), e);
            // What it threw may tell more of this side than its peers are to know.
            refuse(id, "the handler of " + name(request) + " failed");
            return;
        }
        runs.ended(name(request), start);
        try {
            connection().reply(id, reply);
        } catch (ConnectionClosedException e) {
            notAnswered(e);
        } catch (RuntimeException e) {
            notAnswered(e);
            refuse(id, "the answer to " + name(request) + " could not be sent");
        }
    }

    private void refuse(long id, String text) {
        try {
            connection().fail(id, ErrorCode.HANDLER_FAILED, text);
        } catch (RuntimeException e) {
            notAnswered(e);
        }
    }

    private void notAnswered(RuntimeException e) {
        problem(Problem.of(ProblemKind.NOT_SENT, "no answer: " + e.getMessage()).withCause(e));
    }

    private void plain(ObjectNode object, int bytes) {
        if (handlers.plain().isEmpty()) {
            keep(inboxes.plain(), object, bytes);
        } else {
            dispatchToAll(handlers.plain(), object, "plain objects", bytes);
        }
    }

    private void unknown(Event.Unknown unknown, int bytes) {
        if (handlers.unknown().isEmpty()) {
            problem(unknown.problem());
        } else {
            dispatchToAll(handlers.unknown(), unknown.object(), "unknown messages", bytes);
        }
    }

    private void sessionLost(SessionLoss loss) {
        if (handlers.losses().isEmpty()) {
            String text = "the session is lost: %s; %d messages of this side were not acknowledged";
            problem(
                    Problem.of(
                            ProblemKind.SESSION_LOST,
                            text.formatted(loss.reason(), loss.unacknowledged())));
        } else {
            handlers.losses()
                    .forEach(
                            handler ->
                                    runs.addHandler(
                                            () -> handler.accept(loss, self), "onSessionLost", 0));
        }
    }

    private void closed(CloseReason reason) {
        ending = reason.text();
        endedBy = reason.kind();
        place.over();
        boolean failed = opened.complete(reason);
        boolean local = connection().isInitiator();
        boolean fault = reason.code() != null || reason.kind() == CloseReason.Kind.BROKEN;
        if (failed && !local && fault) {
            // An initiator throws this at its user; an acceptor has nobody to throw at.
            problem(Problem.of(ProblemKind.CONNECTION, "a peer was refused: " + reason.text()));
        }
        inboxes.end();
        over = true;
        if (bean != null) {
            bean.unregister();
        }
        runs.add(() -> feeds.end(reason));
        if (reason.kind() != CloseReason.Kind.MOVED) {
            handlers.closes()
                    .forEach(
                            handler ->
                                    runs.addHandler(
                                            () -> handler.accept(reason, self), "onClose", 0));
        }
        dispatcher.end();
    }

    private <T> void keep(Inbox<T> box, T item, int bytes) {
        if (!inboxes.keep(box, item, bytes)) {
            connection().shutdown();
        }
    }

    private void problem(Problem problem) {
        problemCount.incrementAndGet();
        problems.report(connection == null ? problem : problem.withPeer(connection.peer()), "");
    }

    private static String name(Message message) {
        return message.getClass().getSimpleName();
    }
}
