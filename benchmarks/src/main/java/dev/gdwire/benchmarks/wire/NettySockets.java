package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.SamplesMessage;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Netty's connections over NIO, each with one thread, lines, and Jackson 2. */
final class NettySockets {
    private static final int LONGEST_LINE = 1 << 20;

    private NettySockets() {}

    /** Takes the messages of a connection. */
    @FunctionalInterface
    interface Taker {
        /** Called in the event loop. */
        void take(SamplesMessage message, Channel channel) throws IOException;
    }

    /** Listens. Gives the port. */
    static int listen(Taker taker) throws InterruptedException {
        EventLoopGroup loops = loops();
        Channel server =
                new ServerBootstrap()
                        .group(loops, loops)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new Pipeline(taker))
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .sync()
                        .channel();
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Connects. */
    static Channel connect(int port, Taker taker) throws InterruptedException {
        return new Bootstrap()
                .group(loops())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new Pipeline(taker))
                .connect(InetAddress.getLoopbackAddress(), port)
                .sync()
                .channel();
    }

    private static EventLoopGroup loops() {
        return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final Taker taker;

        private Pipeline(Taker taker) {
            this.taker = taker;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            NettyJson json = new NettyJson();
            channel.pipeline()
                    .addLast(new LineBasedFrameDecoder(LONGEST_LINE))
                    .addLast(json.encoder())
                    .addLast(new Arrivals(json, taker));
        }
    }

    private static final class Arrivals extends SimpleChannelInboundHandler<ByteBuf> {
        private final NettyJson json;
        private final Taker taker;

        private Arrivals(NettyJson json, Taker taker) {
            this.json = json;
            this.taker = taker;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf line)
                throws IOException {
            taker.take(json.read(line), context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            Fatal.exit(cause);
        }
    }
}
