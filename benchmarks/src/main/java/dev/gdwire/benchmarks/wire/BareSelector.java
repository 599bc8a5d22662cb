package dev.gdwire.benchmarks.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One thread with a selector that sends back each line as it came: no protocol can be quicker. */
final class BareSelector implements ManyPeers {
    private static final int ROOM = 4_096;

    @Override
    public Dialect dialect() {
        return Dialect.echo();
    }

    @Override
    public int answer(Tallies tallies) throws IOException {
        ServerSocketChannel server = BareChannels.bound();
        Selector selector = Selector.open();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(() -> run(selector, tallies), "bare-selector");
        thread.setDaemon(true);
        thread.start();
        return BareChannels.port(server);
    }

    private static void run(Selector selector, Tallies tallies) {
        try {
            while (selector.isOpen()) {
                selector.select(key -> ready(key, selector, tallies));
            }
        } catch (IOException | RuntimeException e) {
            Fatal.exit(e);
        }
    }

    private static void ready(SelectionKey key, Selector selector, Tallies tallies) {
        try {
            if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel(), selector, tallies.fresh());
            } else {
                ((Echo) key.attachment()).echo(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocketChannel server, Selector selector, Tally tally)
            throws IOException {
        SocketChannel channel = server.accept();
        channel.configureBlocking(false);
        channel.socket().setTcpNoDelay(true);
        Echo echo = new Echo(channel, tally, ByteBuffer.allocateDirect(ROOM));
        channel.register(selector, SelectionKey.OP_READ, echo);
    }

    private record Echo(SocketChannel channel, Tally tally, ByteBuffer buffer) {
        private void echo(SelectionKey key) throws IOException {
            if (channel.read(buffer) < 0) {
                key.cancel();
                channel.close();
            } else if (buffer.position() > 0 && buffer.get(buffer.position() - 1) == '\n') {
                buffer.flip();
                int lines = NewlineCount.of(buffer);
                for (int i = 0; i < lines; i++) {
                    tally.add(1);
                }
                channel.write(buffer);
                if (buffer.hasRemaining()) {
                    throw new IOException("no room for a line");
                }
                buffer.clear();
            }
        }
    }
}
