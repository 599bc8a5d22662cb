package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.TracedMessage.Kind;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Tells a tracer of what is sent, once it is; what cannot be sent is its sender's to know. */
record TracedConnection(Connection connection, Tracing tracing) implements Connection {
    @Override
    public void start() {
        connection.start();
    }

    @Override
    public void send(Message message) {
        trace(Kind.MESSAGE, 0, message, () -> connection.send(message));
    }

    @Override
    public void send(Message message, Delivery delivery) {
        trace(Kind.MESSAGE, 0, message, () -> connection.send(message, delivery));
    }

    private void trace(Kind kind, long id, Object content, Runnable command) {
        long start = System.nanoTime();
        command.run();
        tracing.out(kind, id, content, System.nanoTime() - start);
    }

    @Override
    public long request(Message message, Duration timeout, Consumer<? super Outcome> completion) {
        long start = System.nanoTime();
        long id =
                connection.request(
                        message,
                        timeout,
                        outcome -> {
                            // The id may not be known yet: the answer can be there before it is.
                            tracing.outcome(outcome, 0, System.nanoTime() - start);
                            completion.accept(outcome);
                        });
        tracing.out(Kind.REQUEST, id, message, System.nanoTime() - start);
        return id;
    }

    @Override
    public Outcome call(Message message, Duration timeout) throws InterruptedException {
        long start = System.nanoTime();
        tracing.out(Kind.REQUEST, 0, message, 0);
        Outcome outcome = connection.call(message, timeout);
        tracing.outcome(outcome, 0, System.nanoTime() - start);
        return outcome;
    }

    @Override
    public boolean cancel(long id) {
        return connection.cancel(id);
    }

    @Override
    public void reply(long id, Message reply) {
        trace(Kind.REPLY, id, reply, () -> connection.reply(id, reply));
    }

    @Override
    public void fail(long id, ErrorCode code, String text) {
        trace(Kind.ERROR, id, code + ": " + text, () -> connection.fail(id, code, text));
    }

    @Override
    public void sendPlain(ObjectNode object) {
        trace(Kind.MESSAGE, 0, object, () -> connection.sendPlain(object));
    }

    @Override
    public void sendPlain(ObjectNode object, Delivery delivery) {
        trace(Kind.MESSAGE, 0, object, () -> connection.sendPlain(object, delivery));
    }

    @Override
    public void ping() {
        connection.ping();
    }

    @Override
    public ConnectionStats stats() {
        return connection.stats();
    }

    @Override
    public void refuse(RejectCode code, String text) {
        connection.refuse(code, text);
    }

    @Override
    public int waitingRequests() {
        return connection.waitingRequests();
    }

    @Override
    public boolean isInitiator() {
        return connection.isInitiator();
    }

    @Override
    public String peer() {
        return connection.peer();
    }

    @Override
    public void abort(String why) {
        connection.abort(why);
    }

    @Override
    public void shutdown() {
        connection.shutdown();
    }

    @Override
    public void close() {
        connection.close();
    }
}
