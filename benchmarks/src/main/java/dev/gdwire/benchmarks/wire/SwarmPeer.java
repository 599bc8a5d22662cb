package dev.gdwire.benchmarks.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One of many peers: a connection, and the request that it waits for. */
final class SwarmPeer {
    private static final int ROOM = 4_096;

    private final SocketChannel channel;
    private final Dialect dialect;
    private final Tally tally;
    private final ByteBuffer request = ByteBuffer.allocateDirect(ROOM);
    private final ByteBuffer expected = ByteBuffer.allocateDirect(ROOM);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(ROOM);
    private long askedAt;

    /** Connects, and greets. */
    SwarmPeer(int port, Dialect dialect, Tally tally) throws IOException {
        this.dialect = dialect;
        this.tally = tally;
        channel = BareChannels.connect(port);
        if (dialect.greeting().length > 0) {
            send(ByteBuffer.wrap(dialect.greeting()));
            while (!isLine()) {
                receive();
            }
            reply.clear();
        }
    }

    /** From now on, a selector says when something came. */
    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the next request. */
    void ask(long now) throws IOException {
        askedAt = now;
        tally.add(dialect.digest());
        dialect.request().write(tally.count(), request);
        send(request);
    }

    /** When the last request was sent. */
    long askedAt() {
        return askedAt;
    }

    /**
     * Reads what came: whether it is the whole answer.
     *
     * @throws IOException if it is another one
     */
    boolean isAnswered() throws IOException {
        receive();
        dropSignsOfLife();
        if (!isLine()) {
            return false;
        }
        dialect.reply().write(tally.count(), expected);
        if (!reply.flip().equals(expected)) {
            throw new IOException("answer " + tally.count() + " of a peer is another one");
        }
        reply.clear();
        return true;
    }

    /** Empty lines, which come when nothing else did for a while. */
    private void dropSignsOfLife() {
        int start = 0;
        while (start < reply.position() && reply.get(start) == '\n') {
            start++;
        }
        if (start > 0) {
            reply.flip().position(start);
            reply.compact();
        }
    }

    private boolean isLine() {
        return reply.position() > 0 && reply.get(reply.position() - 1) == '\n';
    }

    private void receive() throws IOException {
        if (channel.read(reply) < 0) {
            throw new EOFException("the server closed a connection");
        }
    }

    /** There is room: a peer has one short line on its way. */
    private void send(ByteBuffer line) throws IOException {
        channel.write(line);
        if (line.hasRemaining()) {
            throw new IOException("no room for a line");
        }
    }
}
