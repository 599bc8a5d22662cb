package dev.gdwire.client.internal;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.SendException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What a user does with a session: send, ask and receive. Safe for use by many threads. */
public final class Caller {
    private final Session<?> session;

    /** A caller over a session that has started. */
    public Caller(Session<?> session) {
        this.session = session;
    }

    /** Sends a message. */
    public void send(Message message) {
        try {
            session.connection().send(message);
        } catch (SendException | ConnectionClosedException e) {
            throw located(message, e);
        }
    }

    /** Sends a message by a policy. */
    public void send(Message message, Delivery delivery) {
        try {
            session.connection().send(message, delivery);
        } catch (SendException | ConnectionClosedException e) {
            throw located(message, e);
        }
    }

    /** Sends an object to a plain peer. */
    public void sendPlain(ObjectNode object) {
        try {
            session.connection().sendPlain(object);
        } catch (SendException | ConnectionClosedException e) {
            throw located(object, e);
        }
    }

    /** Sends an object to a plain peer by a policy. */
    public void sendPlain(ObjectNode object, Delivery delivery) {
        try {
            session.connection().sendPlain(object, delivery);
        } catch (SendException | ConnectionClosedException e) {
            throw located(object, e);
        }
    }

    /** The same exception, with what was to be sent and where. */
    private GdwireException located(Object message, GdwireException e) {
        String text =
                "%s: %s was not sent: %s"
                        .formatted(
                                peer(),
                                message instanceof Message
                                        ? message.getClass().getSimpleName()
                                        : "an object",
                                e.getMessage());
        GdwireException located =
                e instanceof SendException
                        ? new SendException(text)
                        : new ConnectionClosedException(text);
        located.initCause(e);
        return located;
    }

    /** Asks the peer for a sign of life. */
    public void ping() {
        session.connection().ping();
    }

    /** Sends a request and waits for its reply. */
    public Message call(Message request, Duration timeout) {
        Dispatcher dispatcher = session.dispatcher();
        dispatcher.requestBegins();
        try {
            return Outcomes.reply(outcome(request, timeout), request, timeout, peer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while waiting for an answer.", e);
        } finally {
            dispatcher.requestEnds();
        }
    }

    private Outcome outcome(Message request, Duration timeout) throws InterruptedException {
        try {
            return session.connection().call(request, timeout);
        } catch (SendException | ConnectionClosedException e) {
            throw located(request, e);
        }
    }

    /**
     * Sends a request; the future ends on a thread that is neither the reader's nor the
     * dispatcher's, so that what hangs on it can wait for other replies.
     */
    public CompletableFuture<Message> request(Message request, Duration timeout) {
        CompletableFuture<Message> future = new CompletableFuture<>();
        long id =
                begin(
                        request,
                        timeout,
                        outcome ->
                                Replies.EXECUTOR.execute(
                                        () -> end(future, outcome, request, timeout)));
        future.whenComplete(
                (reply, failure) -> {
                    if (future.isCancelled()) {
                        session.connection().cancel(id);
                    }
                });
        return future;
    }

    private void end(
            CompletableFuture<Message> future, Outcome outcome, Message request, Duration timeout) {
        try {
            future.complete(Outcomes.reply(outcome, request, timeout, peer()));
        } catch (GdwireException e) {
            future.completeExceptionally(e);
        }
    }

    private long begin(Message request, Duration timeout, Consumer<Outcome> completion) {
        Dispatcher dispatcher = session.dispatcher();
        dispatcher.requestBegins();
        try {
            return session.connection()
                    .request(
                            request,
                            timeout,
                            outcome -> {
                                dispatcher.requestEnds();
                                completion.accept(outcome);
                            });
        } catch (SendException | ConnectionClosedException e) {
            dispatcher.requestEnds();
            throw located(request, e);
        } catch (RuntimeException e) {
            dispatcher.requestEnds();
            throw e;
        }
    }

    private String peer() {
        return session.connection().peer();
    }

    /** Waits for a message that no handler takes. */
    public Optional<Message> receive(Duration timeout) {
        return receive(session.inboxes().messages(), timeout);
    }

    /** Waits for an object of a plain peer that no handler takes. */
    public Optional<ObjectNode> receivePlain(Duration timeout) {
        return receive(session.inboxes().plain(), timeout);
    }

    private <T> Optional<T> receive(Inbox<T> inbox, Duration timeout) {
        session.threadWaits();
        try {
            Optional<T> item = inbox.take(timeout);
            if (item.isEmpty() && inbox.isDrained()) {
                throw new ConnectionClosedException(
                        "%s: The connection has ended: %s: nothing more will be received."
                                .formatted(peer(), session.ending()));
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while waiting to receive.", e);
        } finally {
            session.threadGoesOn();
        }
    }
}
