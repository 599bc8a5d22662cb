package dev.gdwire.transport.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.SendException;
import java.util.function.Consumer;

/** Typed messages out, once the handshake is done. */
public final class Conversation {
    private final EngineOptions options;
    private final Wire wire;
    private final Routes routes;
    private final Requests requests;
    private final Answers answers;
    private final Errors errors;
    private final Incoming incoming;

    /** A conversation with a peer, of the protocols that it carries. */
    public Conversation(
            EngineOptions options,
            Wire wire,
            PeerInfo peer,
            SessionState session,
            ConnectionEnd end,
            long now) {
        this.options = options;
        this.wire = wire;
        requests = session.requests();
        answers = session.answers();
        routes = Routes.shared(peer.protocols());
        errors = new Errors(wire, now);
        incoming = new Incoming(options, wire, peer, routes, session, errors, end);
    }

    /** Whether somebody waits for an answer, on either side. */
    public boolean isAwaited() {
        return requests.size() > 0 || answers.size() > 0;
    }

    /** Tells the peer the digests of the messages of each protocol that differs. */
    public void start(PeerInfo peer) {
        for (Protocol<?> protocol : peer.protocols()) {
            if (peer.differing().contains(protocol.name())) {
                wire.core(Digests.of(protocol));
            }
        }
    }

    /** Takes lines of the peer. */
    public Incoming incoming() {
        return incoming;
    }

    /** Sends a message that asks for no answer. */
    public void send(Message message) {
        sendable(message).send(message, wire);
    }

    /** The same outside of a session. */
    public void sendDroppable(Message message) {
        sendable(message).sendDroppable(message, wire);
    }

    /** How many bytes a message has as JSON; throws if none of that type can be sent. */
    public int length(Message message) {
        return sendable(message).length(message);
    }

    /** How many requests of the peer's wait to be answered. */
    public int openRequests() {
        return answers.size();
    }

    /** Sends a request; the completion is called exactly once. */
    public long request(Message message, long deadline, Consumer<? super Outcome> completion) {
        Route<?> route = sendable(message);
        String replyTag =
                route.type()
                        .replyTag()
                        .orElseThrow(
                                () ->
                                        new SendException(
                                                route.type().tag()
                                                        + " is no request: its schema names no"
                                                        + " reply."));
        if (requests.size() >= options.limits().requests()) {
            throw new SendException(
                    "%d requests of this side wait for an answer, the most at once: wait for some before you ask more, or raise the limit (maxRequests)."
                            .formatted(requests.size()));
        }
        long id = requests.nextId();
        route.request(message, id, wire);
        requests.add(replyTag, deadline, completion);
        return id;
    }

    /** Answers a request of the peer's. */
    public void reply(long handle, Message message) {
        Route<?> route = sendable(message);
        String expected = answers.replyTag(handle);
        long id = Answers.id(handle);
        if (expected == null) {
            throw new SendException("Request " + id + " is not open: each is answered once.");
        }
        if (!route.type().tag().equals(expected)) {
            throw new SendException(
                    "Request %d is to be answered with %s, not with %s."
                            .formatted(id, expected, route.type().tag()));
        }
        route.answer(message, id, wire);
        answers.close(handle);
    }

    /** Answers a request of the peer's with an error. */
    public void fail(long handle, ErrorCode code, String text) {
        long id = Answers.id(handle);
        if (!answers.close(handle)) {
            throw new SendException("Request " + id + " is not open: each is answered once.");
        }
        errors.answer(id, code, text, null);
    }

    private Route<?> sendable(Message message) {
        Route<?> route = routes.of(message);
        if (route == null) {
            throw new SendException(
                    "%s is no message of a protocol that this connection carries: name its protocol when you connect, on both sides."
                            .formatted(message.getClass().getSimpleName()));
        }
        MessageType<?> type = route.type();
        if (type.sender() != Sender.BOTH && type.sender() != options.side()) {
            throw new SendException(
                    type.tag() + " is sent by the other side only, says its schema.");
        }
        return route;
    }

    /** Sends a message of the library's own. */
    public void ping(long nonce) {
        wire.core(new dev.gdwire.protocol.core.Ping(nonce));
    }
}
