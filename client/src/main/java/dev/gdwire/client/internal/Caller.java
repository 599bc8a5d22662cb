package dev.gdwire.client.internal;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.Message;
import dev.gdwire.transport.ConnectionClosedException;
import dev.gdwire.transport.Outcome;
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
        session.connection().send(message);
    }

    /** Sends an object to a plain peer. */
    public void sendPlain(ObjectNode object) {
        session.connection().sendPlain(object);
    }

    /** Sends a request and waits for its reply. */
    public Message call(Message request, Duration timeout) {
        Dispatcher dispatcher = session.dispatcher();
        dispatcher.requestBegins();
        try {
            Outcome outcome = session.connection().call(request, timeout);
            return Outcomes.reply(outcome, request, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while waiting for an answer.", e);
        } finally {
            dispatcher.requestEnds();
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
                                future.defaultExecutor()
                                        .execute(() -> end(future, outcome, request, timeout)));
        future.whenComplete(
                (reply, failure) -> {
                    if (future.isCancelled()) {
                        session.connection().cancel(id);
                    }
                });
        return future;
    }

    private static void end(
            CompletableFuture<Message> future, Outcome outcome, Message request, Duration timeout) {
        try {
            future.complete(Outcomes.reply(outcome, request, timeout));
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
        } catch (RuntimeException e) {
            dispatcher.requestEnds();
            throw e;
        }
    }

    /** Waits for a message that no handler takes. */
    public Optional<Message> receive(Duration timeout) {
        return receive(session.inbox(), timeout);
    }

    /** Waits for an object of a plain peer that no handler takes. */
    public Optional<ObjectNode> receivePlain(Duration timeout) {
        return receive(session.plainInbox(), timeout);
    }

    private <T> Optional<T> receive(Inbox<T> inbox, Duration timeout) {
        try {
            Optional<T> item = inbox.take(timeout);
            if (item.isEmpty() && inbox.isDrained()) {
                throw new ConnectionClosedException(
                        "The connection has ended: %s: nothing more will be received."
                                .formatted(session.ending()));
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while waiting to receive.", e);
        }
    }
}
