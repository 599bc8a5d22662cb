package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.internal.MovedException;
import dev.gdwire.transport.internal.Numbering;
import dev.gdwire.transport.internal.Requests;
import dev.gdwire.transport.internal.SessionState;
import dev.gdwire.transport.internal.Timer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connection whose session can go on over other sockets: whoever uses it sees one connection all
 * the time. The session is with one {@link SocketConnection} at a time, under its lock. When it
 * moves, a command that comes to the old one is given again to the new one.
 */
final class LastingConnection implements Connection, ConnectionListener {
    private final ConnectionListener listener;
    private final @Nullable SessionKeeper keeper;
    private final @Nullable Reconnector reconnector;
    private volatile SocketConnection current;

    private volatile boolean over;
    private final AtomicBoolean toldFinished = new AtomicBoolean();

    /** Whether the listener was told that no connection carries the session; for events alone. */
    private boolean suspended;

    private LastingConnection(
            ConnectionListener listener,
            Function<LastingConnection, SocketConnection> first,
            @Nullable SessionKeeper keeper,
            @Nullable Function<LastingConnection, Reconnector> reconnector) {
        this.listener = listener;
        this.keeper = keeper;
        this.reconnector = reconnector == null ? null : reconnector.apply(this);
        current = first.apply(this);
    }

    /** Connects, and again when the connection breaks. */
    static LastingConnection connect(
            PumpDriver driver,
            Reconnector.Place place,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener) {
        Reconnector.Opener opener =
                taker ->
                        SocketConnection.over(
                                place.connect(link.connectTimeout()),
                                options,
                                link,
                                taker,
                                SocketConnection.Resumer.none(),
                                driver.pumps(link));
        return new LastingConnection(
                listener,
                opener::open,
                null,
                lasting -> new Reconnector(lasting, place, opener, options.sessions()));
    }

    /** Takes over a peer's socket; the peer may want to resume a session that the keeper has. */
    static LastingConnection accept(
            PumpDriver driver,
            SocketChannel channel,
            EngineOptions options,
            LinkOptions link,
            ConnectionListener listener,
            SessionKeeper keeper) {
        return new LastingConnection(
                listener,
                lasting ->
                        SocketConnection.over(
                                channel,
                                options,
                                link,
                                lasting,
                                session -> lasting.asked(session, keeper),
                                driver.pumps(link)),
                keeper,
                null);
    }

    /** The peer of this side's socket wants a session that another socket may have carried. */
    private Admission asked(String session, SessionKeeper sessions) {
        LastingConnection owner = sessions.find(session);
        if (owner == null) {
            return new Admission.Take();
        }
        // The old socket has a lock of its own, which is not to be taken within an event.
        Timer.later(() -> resume(owner), 0);
        return new Admission.Later();
    }

    private void resume(LastingConnection owner) {
        SocketConnection socket = current;
        if (over) {
            // The peer hung up before anybody came to it. It may come again.
            return;
        }
        boolean resumed;
        try {
            resumed = owner.isResumedBy(socket);
        } finally {
            if (!socket.tells(this)) {
                moved();
                // The socket is another's now.
                tellFinished(0, 0);
            }
        }
        if (resumed) {
            return;
        }
        if (owner.isPast(socket.wantedReceived())) {
            // It was held up on its way, or somebody says it again: what stands goes on.
            socket.refuse(RejectCode.TOO_LATE, EngineOpening.OLD_HELLO);
        } else if (listener.greeted() instanceof Admission.Refuse refusal) {
            socket.refuse(refusal.code(), refusal.text());
        } else {
            socket.admit();
        }
    }

    /** The socket tells the session's owner from now on; it may have ended just before. */
    private void moved() {
        if (!over) {
            listener.event(
                    new Event.Closed(
                            CloseReason.of(
                                    CloseReason.Kind.MOVED,
                                    "the peer resumed a session of an earlier connection")));
        }
    }

    /** Whether the session has gone on since a peer said how much it has of it. */
    private boolean isPast(long received) {
        return ask(socket -> socket.isPast(received));
    }

    /**
     * Goes on over a peer's new socket; false if the session has ended, or the peer's hello is old.
     */
    private boolean isResumedBy(SocketConnection socket) {
        SocketConnection old = current;
        SessionState session = old.releaseTo(socket.wantedReceived());
        if (session == null) {
            return false;
        }
        try {
            socket.follow(old);
            socket.admit(
                    session,
                    this,
                    () -> {
                        current = socket;
                        old.movedTo(socket);
                    });
        } catch (RuntimeException | Error e) {
            lostOnItsWay(session, old, socket, e);
            throw e;
        }
        return true;
    }

    /** Nobody must wait for a session that left one socket and has not come to the other. */
    private void lostOnItsWay(
            SessionState session, SocketConnection old, SocketConnection socket, Throwable fault) {
        String text = "the session is lost: it could not go on over another connection: " + fault;
        if (!old.movedNowhere("The connection has ended: " + text)) {
            return;
        }
        socket.discard();
        CloseReason reason = CloseReason.of(CloseReason.Kind.BROKEN, text);
        List<Requests.Fault> faults = session.requests().end(reason);
        faults.forEach(one -> fault.addSuppressed(one.cause()));
        Numbering numbering = session.numbering();
        int unacknowledged = numbering == null ? 0 : numbering.unacknowledged();
        try {
            event(new Event.SessionLost(new SessionLoss(text, unacknowledged)));
        } finally {
            event(new Event.Closed(reason));
        }
    }

    /**
     * Goes on over a new socket, which has not begun to talk.
     *
     * @return false if the session has ended: the socket is of no use
     */
    boolean goOnOver(SocketConnection socket) {
        SocketConnection old = current;
        SessionState session = old.release();
        if (session == null) {
            return false;
        }
        try {
            socket.follow(old);
            socket.adopt(session);
        } catch (RuntimeException | Error e) {
            lostOnItsWay(session, old, socket, e);
            throw e;
        }
        current = socket;
        old.movedTo(socket);
        socket.start();
        return true;
    }

    /** Gives the session up, if it has not ended. */
    void lose(String text) {
        runOwn(socket -> socket.lose(text));
    }

    /** Gives a command to the socket that has the session. */
    private <T> T ask(Function<SocketConnection, T> command) {
        SocketConnection socket = current;
        while (true) {
            try {
                return command.apply(socket);
            } catch (MovedException e) {
                socket = socket.successor();
            }
        }
    }

    private void run(Consumer<SocketConnection> command) {
        ask(
                socket -> {
                    command.accept(socket);
                    return true;
                });
    }

    /** The same for what ends a connection; not if the socket is that of an earlier session now. */
    private void runOwn(Consumer<SocketConnection> command) {
        run(socket -> socket.runFor(this, () -> command.accept(socket)));
    }

    @Override
    public void start() {
        current.start();
    }

    @Override
    public void send(Message message) {
        SocketConnection socket = current;
        while (true) {
            try {
                socket.send(message);
                return;
            } catch (MovedException e) {
                socket = socket.successor();
            }
        }
    }

    @Override
    public long request(Message message, Duration timeout, Consumer<? super Outcome> completion) {
        return ask(socket -> socket.request(message, timeout, completion));
    }

    @Override
    public Outcome call(Message message, Duration timeout) throws InterruptedException {
        SocketConnection.Call call = ask(socket -> socket.begin(message, timeout));
        try {
            return call.await();
        } catch (InterruptedException e) {
            cancel(call.id());
            throw e;
        }
    }

    @Override
    public boolean cancel(long id) {
        return ask(socket -> socket.cancel(id));
    }

    @Override
    public void reply(long id, Message reply) {
        run(socket -> socket.reply(id, reply));
    }

    @Override
    public void fail(long id, ErrorCode code, String text) {
        run(socket -> socket.fail(id, code, text));
    }

    @Override
    public void sendPlain(ObjectNode object) {
        run(socket -> socket.sendPlain(object));
    }

    @Override
    public void send(Message message, Delivery delivery) {
        run(socket -> socket.send(message, delivery));
    }

    @Override
    public void sendPlain(ObjectNode object, Delivery delivery) {
        run(socket -> socket.sendPlain(object, delivery));
    }

    @Override
    public void ping() {
        run(SocketConnection::ping);
    }

    @Override
    public ConnectionStats stats() {
        return ask(SocketConnection::stats);
    }

    @Override
    public void refuse(RejectCode code, String text) {
        runOwn(socket -> socket.refuse(code, text));
    }

    @Override
    public int waitingRequests() {
        return ask(SocketConnection::waitingRequests);
    }

    @Override
    public boolean isInitiator() {
        return current.isInitiator();
    }

    @Override
    public String peer() {
        return current.peer();
    }

    @Override
    public void shutdown() {
        runOwn(SocketConnection::shutdown);
    }

    @Override
    public void abort(String why) {
        runOwn(socket -> socket.abort(why));
    }

    @Override
    public void close() {
        shutdown();
        SocketConnection last = current;
        if (last.tells(this)) {
            last.awaitEnd();
        }
        if (reconnector != null) {
            reconnector.awaitEnd();
        }
    }

    @Override
    public void event(Event event) {
        event(event, 0);
    }

    @Override
    public void event(Event event, int bytes) {
        boolean isAgain = suspended && event instanceof Event.Suspended;
        suspended =
                event instanceof Event.Suspended
                        || suspended
                                && !(event instanceof Event.Resumed)
                                && !(event instanceof Event.Opened);
        try {
            // A new socket may break before the session is resumed: that changes nothing.
            if (!isAgain) {
                listener.event(event, bytes);
            }
        } finally {
            note(event);
        }
    }

    private void note(Event event) {
        if (event instanceof Event.Closed) {
            over = true;
            if (current.isFinished()) {
                // It ended while no socket carried it: what was kept is told of as lost.
                tellFinished(0, 0);
            }
        }
        if (keeper != null && event instanceof Event.Opened) {
            String id = current.sessionId();
            if (id != null) {
                keeper.put(id, this);
            }
        }
        if (keeper != null && event instanceof Event.Closed) {
            keeper.remove(this);
        }
        if (reconnector != null) {
            reconnector.note(event);
        }
    }

    /** One of its sockets is closed: the last one, if the session is over. */
    @Override
    public void finished(long unsent, int unacknowledged) {
        if (over && current.isFinished()) {
            tellFinished(unsent, unacknowledged);
        }
    }

    private void tellFinished(long unsent, int unacknowledged) {
        if (toldFinished.compareAndSet(false, true)) {
            listener.finished(unsent, unacknowledged);
        }
    }

    @Override
    public void awaitRoom() throws InterruptedException {
        listener.awaitRoom();
    }

    @Override
    public boolean hasRoom(Runnable whenThereIs) {
        return listener.hasRoom(whenThereIs);
    }

    @Override
    public void threadWaits() {
        listener.threadWaits();
    }

    @Override
    public void threadGoesOn() {
        listener.threadGoesOn();
    }

    @Override
    public void inputEnded(Runnable finish) {
        listener.inputEnded(finish);
    }

    @Override
    public Admission greeted() {
        return listener.greeted();
    }
}
