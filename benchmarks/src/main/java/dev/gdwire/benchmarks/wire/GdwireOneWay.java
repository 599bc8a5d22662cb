package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.Event;
import java.io.IOException;

/** Gdwire: a thread of the user's sends, a listener takes what comes. */
final class GdwireOneWay implements OneWay {
    @Override
    public int receive(Shape shape, Tally tally) {
        return GdwireSockets.listen(Sender.JAVA, answers -> event -> count(event, tally));
    }

    private static void count(Event event, Tally tally) {
        if (event instanceof Event.Received received) {
            tally.add(Digest.of((SamplesMessage) received.message()));
        } else {
            GdwireSockets.unexpected(event);
        }
    }

    @Override
    public Sending connect(Shape shape, int port) throws IOException, InterruptedException {
        Connection connection = GdwireSockets.connect(Sender.GODOT, port);
        return supply -> send(supply, connection);
    }

    private static void send(Supply supply, Connection connection) {
        SamplesMessage message = supply.next();
        while (message != null) {
            connection.send(message);
            message = supply.next();
        }
    }
}
