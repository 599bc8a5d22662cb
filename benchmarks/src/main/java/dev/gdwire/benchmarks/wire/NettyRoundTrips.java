package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Netty with Jackson 2 and a thread of the user's that waits for each answer. */
final class NettyRoundTrips implements RoundTrips {
    @Override
    public int answer(Shape shape, Tally tally) throws InterruptedException {
        return listen(tally);
    }

    /** Answers in the event loop. Gives the port. */
    static int listen(Tally tally) throws InterruptedException {
        return NettySockets.listen(
                (request, channel) -> {
                    SamplesMessage reply = Requests.reply(request);
                    tally.add(Digest.of(reply));
                    channel.writeAndFlush(reply, channel.voidPromise());
                });
    }

    @Override
    public Caller connect(Shape shape, int port) throws InterruptedException {
        List<SamplesMessage> requests = shape.requests();
        BlockingQueue<SamplesMessage> replies = new LinkedBlockingQueue<>(1);
        Channel channel = NettySockets.connect(port, (reply, from) -> replies.add(reply));
        return calls -> {
            for (int next = calls.next(); next != Calls.NONE; next = calls.next()) {
                channel.writeAndFlush(requests.get(next), channel.voidPromise());
                calls.answered(Digest.of(replies.take()));
            }
        };
    }
}
