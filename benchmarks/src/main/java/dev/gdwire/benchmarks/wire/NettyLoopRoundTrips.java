package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Netty with Jackson 2 where no thread waits: whatever comes in makes the next request. */
final class NettyLoopRoundTrips implements RoundTrips {
    @Override
    public int answer(Shape shape, Tally tally) throws InterruptedException {
        return NettyRoundTrips.listen(tally);
    }

    @Override
    public Caller connect(Shape shape, int port) throws InterruptedException {
        List<SamplesMessage> requests = shape.requests();
        AtomicReference<@Nullable Asking> current = new AtomicReference<>();
        Channel channel =
                NettySockets.connect(
                        port,
                        (reply, from) -> Objects.requireNonNull(current.get()).answered(reply));
        return calls -> {
            Asking asking = new Asking(calls, requests, channel);
            current.set(asking);
            channel.eventLoop().execute(asking::next);
            asking.done.join();
        };
    }

    /** Calls of which each begins when the one before it ends; in the event loop. */
    private static final class Asking {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Calls calls;
        private final List<SamplesMessage> requests;
        private final Channel channel;

        private Asking(Calls calls, List<SamplesMessage> requests, Channel channel) {
            this.calls = calls;
            this.requests = requests;
            this.channel = channel;
        }

        private void answered(SamplesMessage reply) {
            calls.answered(Digest.of(reply));
            next();
        }

        private void next() {
            int next = calls.next();
            if (next == Calls.NONE) {
                done.complete(null);
            } else {
                channel.writeAndFlush(requests.get(next), channel.voidPromise());
            }
        }
    }
}
