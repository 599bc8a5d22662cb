package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import dev.gdwire.benchmarks.samples.SamplesProtocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Bytes that were prepared: a lap of lines in one write, and a receiver that counts newlines. No
 * more can be had of these sockets by lines.
 */
final class BareOneWay implements OneWay {
    private static final int READ = 256 * 1024;

    @Override
    public int receive(Shape shape, Tally tally) throws IOException {
        return BareChannels.listen(channel -> count(channel, tally));
    }

    private static void count(SocketChannel channel, Tally tally) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ);
        while (channel.read(buffer) >= 0) {
            buffer.flip();
            int bytes = buffer.remaining();
            tally.addLines(NewlineCount.of(buffer), bytes);
            buffer.clear();
        }
    }

    @Override
    public Sending connect(Shape shape, int port) throws IOException {
        SocketChannel channel = BareChannels.connect(port);
        ByteBuffer lap = lap(shape);
        return supply -> {
            while (supply.takeLines(Shape.LAP, lap.capacity())) {
                lap.rewind();
                while (lap.hasRemaining()) {
                    channel.write(lap);
                }
            }
        };
    }

    private static ByteBuffer lap(Shape shape) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (SamplesMessage message : shape.lap()) {
            lines.writeBytes(SamplesProtocol.INSTANCE.encode(message));
            lines.write('\n');
        }
        return ByteBuffer.allocateDirect(lines.size()).put(lines.toByteArray()).flip();
    }
}
