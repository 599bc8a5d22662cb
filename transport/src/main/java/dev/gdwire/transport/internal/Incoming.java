package dev.gdwire.transport.internal;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Sender;
import dev.gdwire.protocol.core.Ack;
import dev.gdwire.protocol.core.Away;
import dev.gdwire.protocol.core.Bye;
import dev.gdwire.protocol.core.CoreMessage;
import dev.gdwire.protocol.core.Error;
import dev.gdwire.protocol.core.ErrorCode;
import dev.gdwire.protocol.core.Fingerprints;
import dev.gdwire.protocol.core.Ping;
import dev.gdwire.protocol.core.Pong;
import dev.gdwire.protocol.core.Reject;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.protocol.json.JsonInput;
import dev.gdwire.protocol.json.Miss;
import dev.gdwire.protocol.json.WireNames;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.PeerInfo;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Typed messages in: each line becomes an event, completes a request, or is a problem. */
public final class Incoming {
    private static final double LARGEST_ID = 9007199254740991.0;
    private static final List<String> ID_KEYS = List.of("$id", "$re");
    private static final List<String> WIRE_KEYS = List.of("$id", "$re", "$seq", "$ack");

    private final Sender side;
    private final Wire wire;
    private final PeerInfo peer;
    private final Routes routes;
    private final Requests requests;
    private final Answers answers;
    private final Errors errors;
    private final ConnectionEnd end;
    private final @Nullable Numbering numbering;
    private final int mostOpen;
    private final JsonInput input = new JsonInput();

    Incoming(
            EngineOptions options,
            Wire wire,
            PeerInfo peer,
            Routes routes,
            SessionState session,
            Errors errors,
            ConnectionEnd end) {
        side = options.side();
        mostOpen = options.limits().openRequests();
        this.wire = wire;
        this.peer = peer;
        this.routes = routes;
        this.requests = session.requests();
        this.answers = session.answers();
        this.numbering = session.numbering();
        this.errors = errors;
        this.end = end;
    }

    /**
     * Takes a line that holds a message of the user's with nothing unusual or wrong about it.
     *
     * @param blobs which stand before it; null if there are none
     * @return false for all others: nothing has been done, and it is to be parsed and taken by
     *     {@link #object}
     */
    public boolean usual(byte[] bytes, int offset, int length, @Nullable Blobs blobs, long now) {
        if (blobs == null) {
            return usual(bytes, offset, length, now);
        }
        input.lend(blobs);
        try {
            return usual(bytes, offset, length, now);
        } finally {
            input.takeBack();
        }
    }

    private boolean usual(byte[] bytes, int offset, int length, long now) {
        Message message;
        try {
            message = routes.decodeUsual(bytes, offset, offset + length, input);
        } catch (RuntimeException codecsFault) {
            // It is told of when the line is read in the other way, and fails once more.
            return false;
        }
        Route<?> route = message == null ? null : routes.of(message);
        if (message == null || route == null || route.type().sender() == side) {
            return false;
        }
        long id;
        long re;
        long seq = 0;
        long ack = 0;
        try {
            id = input.wireInteger(WireNames.ID);
            re = input.wireInteger(WireNames.RE);
            if (numbering != null) {
                seq = input.wireInteger(WireNames.SEQ);
                ack = input.wireInteger(WireNames.ACK);
            }
        } catch (Miss noInteger) {
            return false;
        }
        boolean areIds = isIdOrNone(WireNames.ID, id) && isIdOrNone(WireNames.RE, re);
        if (numbering != null) {
            areIds &= isIdOrNone(WireNames.SEQ, seq) && isIdOrNone(WireNames.ACK, ack);
        }
        if (!areIds || input.has(WireNames.CORE)) {
            return false;
        }
        if (numbering != null && !isNext(numbering, seq, ack, length, now)) {
            return true;
        }
        if (id == 0 && re == 0) {
            // Most often: nothing about the line needs to be known.
            wire.event(new Event.Received(message));
        } else {
            Supplier<String> excerpt = () -> Excerpt.of(bytes, offset, length);
            decoded(new Line(id, re, excerpt, now), route, message);
        }
        return true;
    }

    private boolean isIdOrNone(int wireName, long value) {
        return value >= 1 || !input.has(wireName);
    }

    /**
     * What the numbers of a line say: whether it is the next one, or has none and is taken as ever.
     */
    private boolean isNext(Numbering numbers, long seq, long ack, int length, long now) {
        if (ack > 0 && !numbers.acknowledge(ack)) {
            String text = "$ack is %d, and only %d lines were sent";
            unexpected(text.formatted(ack, numbers.next() - 1), now);
        }
        if (seq == 0) {
            return true;
        }
        Numbering.Arrival arrival = numbers.arrive(seq, length, now);
        if (arrival == Numbering.Arrival.MISSING) {
            damaged(
                    numbers,
                    "line %d of the session came, and line %d did not"
                            .formatted(seq, numbers.received() + 1));
        }
        return arrival == Numbering.Arrival.NEXT;
    }

    private void unexpected(String text, long now) {
        wire.problem(Problem.of(ProblemKind.UNEXPECTED, text));
        errors.send(ErrorCode.UNEXPECTED, text, null, now);
    }

    /** Takes a JSON object. */
    public void object(ParsedLine parsed, long now) {
        ObjectNode object = parsed.object();
        Line line = new Line(id(object, "$id"), id(object, "$re"), parsed.excerpt(), now);
        Optional<String> wrong =
                (numbering == null ? ID_KEYS : WIRE_KEYS)
                        .stream().filter(key -> !isNumber(object.get(key), least(key))).findFirst();
        long seq = id(object, "$seq");
        if (numbering != null
                && !isNext(numbering, seq, id(object, "$ack"), parsed.length(), now)) {
            return;
        }
        if (wrong.isPresent()) {
            String path = "$[\"" + wrong.get() + "\"]";
            String text = path + ": expected integer from " + least(wrong.get());
            bad(line, ProblemKind.INVALID_MESSAGE, text, null, path);
            return;
        }
        Route<?> route = routes.of(object);
        if (parsed.overLimit() != null) {
            refused(line, route, parsed.overLimit());
        } else if (route == null) {
            unknown(line, object);
        } else if (route.protocol().root() == CoreMessage.class) {
            core(line, route, object);
        } else {
            typed(line, route, object);
        }
    }

    /** Takes what a line says was taken, once this side has closed the session; and no more. */
    public void lastWords(ObjectNode object) {
        if (numbering != null) {
            numbering.acknowledge(id(object, "$ack"));
        }
    }

    /** A line that cannot be used, with no message in it. */
    public void unusable(ProblemKind kind, String text, @Nullable String excerpt, long now) {
        wire.problem(Problem.of(kind, text).withLine(excerpt));
        if (numbering == null) {
            errors.send(ErrorCode.valueOf(kind.name()), text, null, now);
        } else {
            damaged(numbering, "a line came damaged: " + text);
        }
    }

    /** A line is to come once more, if it does not come so again and again. */
    private void damaged(Numbering numbers, String text) {
        if (numbers.isDamagedForGood()) {
            end.lost("the same line is missing again and again: " + text);
        } else {
            end.broken(text);
        }
    }

    private void refused(Line line, @Nullable Route<?> route, DecodeException overLimit) {
        String text = String.valueOf(overLimit.getMessage());
        String tag = route == null ? null : route.type().tag();
        if (route != null && tag != null && route.protocol().root() == CoreMessage.class) {
            coreFault(line, tag, text, overLimit.path());
        } else {
            bad(line, ProblemKind.INVALID_MESSAGE, text, tag, overLimit.path());
        }
    }

    private void unknown(Line line, ObjectNode object) {
        String tag = routes.claimedTag(object);
        String text =
                tag == null
                        ? "expected a message type in " + routes.discriminators() + ", got none"
                        : "no protocol of this connection has a message \""
                                + Excerpt.cut(tag, 60)
                                + '"';
        Problem problem =
                Problem.of(ProblemKind.UNKNOWN_TYPE, text)
                        .withTag(tag)
                        .withLine(line.excerpt().get());
        if (!failReply(line, problem)) {
            wire.event(new Event.Unknown(tag, object, problem));
        }
        answer(line, ErrorCode.UNKNOWN_TYPE, text, null);
    }

    private void typed(Line line, Route<?> route, ObjectNode object) {
        String tag = route.type().tag();
        if (route.type().sender() == side) {
            String text = tag + " is sent by this side only, says its schema";
            bad(line, ProblemKind.WRONG_DIRECTION, text, tag, null);
            return;
        }
        Message message;
        try {
            message = route.decode(object);
        } catch (DecodeException e) {
            String text = String.valueOf(e.getMessage());
            bad(line, ProblemKind.INVALID_MESSAGE, text, tag, e.path());
            return;
        } catch (RuntimeException e) {
            // A codec's own fault must not cost the connection: the line is at fault, with a cause.
            wire.problem(
                    Problem.of(ProblemKind.INVALID_MESSAGE, "its decoder failed: " + e)
                            .withTag(tag)
                            .withCause(e));
            bad(line, ProblemKind.INVALID_MESSAGE, "its decoder failed", tag, null);
            return;
        }
        decoded(line, route, message);
    }

    private void decoded(Line line, Route<?> route, Message message) {
        if (line.re() > 0) {
            reply(line, route.type().tag(), message);
        } else if (line.id() > 0) {
            request(line, route, message);
        } else {
            wire.event(new Event.Received(message));
        }
    }

    private void reply(Line line, String tag, Message message) {
        String expected = requests.replyTag(line.re());
        if (expected == null) {
            String text = noRequest(line.re());
            bad(line, ProblemKind.UNEXPECTED, text, tag, null);
        } else if (expected.equals(tag)) {
            requests.complete(line.re(), new Outcome.Reply(message));
        } else {
            String text = "request %d is answered with %s, not %s";
            bad(line, ProblemKind.UNEXPECTED, text.formatted(line.re(), expected, tag), tag, null);
        }
    }

    private String noRequest(long id) {
        return requests.wasUsed(id)
                ? "request " + id + " has ended already: the answer is late"
                : "request " + id + " was never made";
    }

    private void request(Line line, Route<?> route, Message message) {
        String tag = route.type().tag();
        Optional<String> replyTag = route.type().replyTag();
        if (replyTag.isEmpty()) {
            bad(line, ProblemKind.UNEXPECTED, tag + " is no request, and has a $id", tag, null);
        } else if (answers.size() >= mostOpen
                && answers.replyTag(answers.handle(line.id())) == null) {
            String text =
                    "%d requests are open already, the most at once: wait for answers before you"
                            + " ask more, or raise the limit (maxOpenRequests)";
            bad(line, ProblemKind.TOO_MANY_REQUESTS, text.formatted(mostOpen), tag, null);
        } else if (!answers.open(answers.handle(line.id()), replyTag.get())) {
            String text = "request " + line.id() + " is open already: an id is used once";
            wire.problem(
                    Problem.of(ProblemKind.UNEXPECTED, text)
                            .withTag(tag)
                            .withLine(line.excerpt().get()));
            // Without $re: that would answer the first request of this id.
            errors.send(ErrorCode.UNEXPECTED, text, null, line.now());
        } else {
            wire.event(new Event.RequestReceived(answers.handle(line.id()), message));
        }
    }

    private void core(Line line, Route<?> route, ObjectNode object) {
        String tag = route.type().tag();
        Message message;
        try {
            message = route.decode(object);
        } catch (DecodeException e) {
            coreFault(line, tag, String.valueOf(e.getMessage()), e.path());
            return;
        }
        if (message instanceof Ping ping) {
            wire.core(new Pong(ping.nonce()));
        } else if (message instanceof Pong pong) {
            wire.event(new Event.Pong(pong.nonce()));
        } else if (message instanceof Error error) {
            error(line, error);
        } else if (message instanceof Fingerprints fingerprints) {
            compare(line, fingerprints);
        } else if (message instanceof Reject reject) {
            end.ended(Handshake.rejected(reject));
        } else if (message instanceof Bye) {
            // So that it knows, who has closed it, what has arrived.
            wire.acknowledge();
            end.ended(CloseReason.of(CloseReason.Kind.REMOTE, "the peer ended the session"));
        } else if (message instanceof Away away) {
            end.away(away.milliseconds() == null ? 0 : away.milliseconds());
        } else if (!(message instanceof Ack)) {
            bad(line, ProblemKind.UNEXPECTED, "a " + tag + " after the handshake", tag, null);
        }
    }

    private void coreFault(Line line, String tag, String text, String path) {
        if (tag.equals("error")) {
            // Never answered, not even when it is broken; but a request that it ends has ended.
            Problem problem = Problem.of(ProblemKind.INVALID_MESSAGE, text).withTag(tag);
            problem = problem.withPath(path).withLine(line.excerpt().get());
            failReply(line, problem);
            wire.problem(problem);
        } else {
            bad(line, ProblemKind.INVALID_MESSAGE, text, tag, path);
        }
    }

    private void error(Line line, Error error) {
        String code = error.code().name().toLowerCase(Locale.ROOT);
        if (line.re() == 0) {
            String text = "the peer could not use a line: " + code + ": " + error.message();
            wire.problem(Problem.of(ProblemKind.REMOTE_ERROR, text).withPath(error.path()));
        } else if (!requests.complete(
                line.re(), new Outcome.RemoteError(error.code(), error.message(), error.path()))) {
            String text = noRequest(line.re()) + "; it says " + code + ": " + error.message();
            wire.problem(Problem.of(ProblemKind.UNEXPECTED, text).withLine(line.excerpt().get()));
        }
    }

    private void compare(Line line, Fingerprints theirs) {
        Optional<Protocol<?>> ours =
                peer.protocols().stream()
                        .filter(protocol -> protocol.name().equals(theirs.protocol()))
                        .findFirst();
        if (ours.isPresent()) {
            Digests.compare(ours.get(), theirs.messages()).ifPresent(wire::problem);
        } else {
            String text = "the connection carries no protocol " + theirs.protocol();
            bad(line, ProblemKind.UNEXPECTED, text, "fingerprints", null);
        }
    }

    private void bad(
            Line line, ProblemKind kind, String text, @Nullable String tag, @Nullable String path) {
        Problem problem = Problem.of(kind, text).withTag(tag).withPath(path);
        problem = problem.withLine(line.excerpt().get());
        failReply(line, problem);
        wire.problem(problem);
        answer(line, ErrorCode.valueOf(kind.name()), text, path);
    }

    /** A request whose answer cannot be used has ended all the same. */
    private boolean failReply(Line line, Problem problem) {
        return line.re() > 0 && requests.complete(line.re(), new Outcome.BadReply(problem));
    }

    private void answer(Line line, ErrorCode code, String text, @Nullable String path) {
        if (line.id() > 0 && line.re() == 0) {
            errors.answer(line.id(), code, text, path);
        } else {
            errors.send(code, text, path, line.now());
        }
    }

    /** Nothing is acknowledged as 0; all other numbers begin at 1. */
    private static int least(String key) {
        return key.equals("$ack") ? 0 : 1;
    }

    private static boolean isNumber(@Nullable JsonNode node, int least) {
        if (node == null) {
            return true;
        }
        // Godot writes whole numbers as 1.0.
        double value = node.isNumber() ? node.asDouble() : -1;
        return value >= least && value <= LARGEST_ID && value == Math.rint(value);
    }

    private static long id(ObjectNode object, String key) {
        JsonNode node = object.get(key);
        return node != null && isNumber(node, 0) ? (long) node.asDouble() : 0;
    }

    /**
     * What is known of a line.
     *
     * @param id of the request that it is; 0 if it is none
     * @param re id of the request that it answers; 0 if it answers none
     */
    private record Line(long id, long re, Supplier<String> excerpt, long now) {}
}
