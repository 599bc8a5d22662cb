package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Netty with Jackson 2. What is sent is made in the event loop, as long as Netty says that there is
 * room: with a thread of the user's, each message would have to change the thread.
 */
final class NettyOneWay implements OneWay {
    private final int messagesOfAFlush;

    /** Flushes whenever it has written so many messages. */
    NettyOneWay(int messagesOfAFlush) {
        this.messagesOfAFlush = messagesOfAFlush;
    }

    @Override
    public int receive(Shape shape, Tally tally) throws InterruptedException {
        return NettySockets.listen((message, channel) -> tally.add(Digest.of(message)));
    }

    @Override
    public Sending connect(Shape shape, int port) throws InterruptedException {
        Channel channel = NettySockets.connect(port, NettyOneWay::unexpected);
        return supply -> {
            Writing writing = new Writing(supply, messagesOfAFlush);
            channel.pipeline().addLast(writing);
            writing.done.join();
            channel.pipeline().remove(writing);
        };
    }

    private static void unexpected(SamplesMessage message, Channel channel) throws IOException {
        throw new IOException("unexpected: " + message);
    }

    /** Writes while there is room; begins when it is put into the pipeline. */
    private static final class Writing extends ChannelInboundHandlerAdapter {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Supply supply;
        private final int messagesOfAFlush;
        private int unflushed;

        private Writing(Supply supply, int messagesOfAFlush) {
            this.supply = supply;
            this.messagesOfAFlush = messagesOfAFlush;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            context.executor().execute(() -> write(context.channel()));
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (context.channel().isWritable()) {
                context.executor().execute(() -> write(context.channel()));
            }
        }

        private void write(Channel channel) {
            while (!done.isDone() && channel.isWritable()) {
                @Nullable SamplesMessage message = supply.next();
                if (message == null) {
                    channel.flush();
                    done.complete(null);
                } else {
                    write(channel, message);
                }
            }
            channel.flush();
        }

        private void write(Channel channel, SamplesMessage message) {
            channel.write(message, channel.voidPromise());
            unflushed++;
            if (unflushed >= messagesOfAFlush) {
                unflushed = 0;
                channel.flush();
            }
        }
    }
}
