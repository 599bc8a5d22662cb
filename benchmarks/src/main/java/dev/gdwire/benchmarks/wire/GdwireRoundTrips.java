package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Gdwire: a thread of the user's calls, a listener answers within its event. */
final class GdwireRoundTrips implements RoundTrips {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public int answer(Shape shape, Tally tally) {
        return GdwireSockets.listen(
                Sender.GODOT, answers -> event -> answer(event, answers, tally));
    }

    /** Answers a request, and counts it. */
    static void answer(Event event, GdwireSockets.Answers answers, Tally tally) {
        if (event instanceof Event.RequestReceived received) {
            SamplesMessage reply = Requests.reply((SamplesMessage) received.request());
            tally.add(Digest.of(reply));
            answers.connection().reply(received.id(), reply);
        } else {
            GdwireSockets.unexpected(event);
        }
    }

    @Override
    public Caller connect(Shape shape, int port) throws IOException, InterruptedException {
        Connection connection = GdwireSockets.connect(Sender.JAVA, port);
        List<SamplesMessage> requests = shape.requests();
        return calls -> call(calls, connection, requests);
    }

    private static void call(Calls calls, Connection connection, List<SamplesMessage> requests)
            throws IOException, InterruptedException {
        int next = calls.next();
        while (next != Calls.NONE) {
            Outcome outcome = connection.call(requests.get(next), TIMEOUT);
            calls.answered(Digest.of((SamplesMessage) reply(outcome)));
            next = calls.next();
        }
    }

    private static Message reply(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Reply reply) {
            return reply.message();
        }
        throw new IOException("no reply: " + outcome);
    }
}
