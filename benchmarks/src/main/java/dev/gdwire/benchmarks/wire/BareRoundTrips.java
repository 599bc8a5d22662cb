package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.Lines;
import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Blocking sockets that send each other lines as long as Gdwire's, and read none of them: what a
 * round trip costs without any protocol.
 */
final class BareRoundTrips implements RoundTrips {
    @Override
    public long[] digests(Shape shape) {
        return Stream.of(replies(shape)).mapToLong(ByteBuffer::capacity).toArray();
    }

    @Override
    public int answer(Shape shape, Tally tally) throws IOException {
        ByteBuffer[] requests = requests(shape);
        ByteBuffer[] replies = replies(shape);
        return BareChannels.listen(
                channel -> {
                    for (int next = 0; receive(channel, requests[next]) > 0; ) {
                        tally.add(replies[next].capacity());
                        send(channel, replies[next]);
                        next = (next + 1) % Shape.LAP;
                    }
                });
    }

    @Override
    public Caller connect(Shape shape, int port) throws IOException {
        ByteBuffer[] requests = requests(shape);
        ByteBuffer[] replies = replies(shape);
        SocketChannel channel = BareChannels.connect(port);
        return calls -> {
            for (int next = calls.next(); next != Calls.NONE; next = calls.next()) {
                send(channel, requests[next]);
                calls.answered(receive(channel, replies[next]));
            }
        };
    }

    private static void send(SocketChannel channel, ByteBuffer line) throws IOException {
        line.rewind();
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** Reads a line of the length of one that is known; 0 at the end of the stream. */
    private static int receive(SocketChannel channel, ByteBuffer line) throws IOException {
        line.rewind();
        while (line.hasRemaining()) {
            if (channel.read(line) < 0) {
                if (line.position() > 0) {
                    throw new EOFException("the other end is closed within a line");
                }
                return 0;
            }
        }
        return line.capacity();
    }

    private static ByteBuffer[] requests(Shape shape) {
        return lines(shape.requests(), "$id");
    }

    private static ByteBuffer[] replies(Shape shape) {
        return lines(shape.lap(), "$re");
    }

    private static ByteBuffer[] lines(List<SamplesMessage> messages, String key) {
        return messages.stream()
                .map(message -> Lines.of(SamplesProtocol.INSTANCE.encode(message), key))
                .map(line -> ByteBuffer.allocateDirect(line.length).put(line))
                .toArray(ByteBuffer[]::new);
    }
}
