package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a socket under TLS (RFC 8446). Whoever reads also moves the handshake on.
 *
 * <p>What a user writes counts as written only when the socket has taken the record that it is in:
 * so whoever has something left waits for the socket, as without TLS, and there is never more than
 * one record here that waits to be sent, and one that came in.
 *
 * <p>One lock guards the engine and the buffers. Nobody else's code runs with it but that of the
 * engine, such as the checks of a certificate: these take a thread of a {@code SelectorDriver} one
 * or two milliseconds a connection.
 */
public final class TlsLink extends ByteLink {
    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition shaken = lock.newCondition();
    private final TlsInput input;
    private final TlsOutput output;
    private boolean opened;
    private boolean shaking = true;
    private boolean news;
    private boolean outputEnded;

    /** Why nothing more goes or comes; null while it does. */
    private @Nullable IOException broken;

    /**
     * TLS on a channel that does not block.
     *
     * @param engine that nobody has used yet
     */
    public TlsLink(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
        input = new TlsInput(channel, engine);
        output = new TlsOutput(channel, engine);
    }

    @Override
    SocketChannel channel() {
        return channel;
    }

    @Override
    void open() throws IOException {
        lock.lock();
        try {
            if (broken == null) {
                shake();
            }
        } catch (IOException e) {
            throw fail(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    int read(ByteBuffer into) throws IOException {
        lock.lock();
        try {
            if (broken != null) {
                throw broken;
            }
            return readRecords(into);
        } catch (IOException e) {
            throw fail(e);
        } finally {
            input.rest();
            lock.unlock();
        }
    }

    private int readRecords(ByteBuffer into) throws IOException {
        int start = into.position();
        boolean goesOn = true;
        while (goesOn) {
            shake();
            goesOn = input.next(into, shaking);
        }
        shake();
        int length = into.position() - start;
        if (length > 0 || !input.isEnded()) {
            return length;
        }
        if (shaking) {
            broken = new SSLException("the peer hung up before the handshake of TLS");
            stopShaking();
        }
        return -1;
    }

    @Override
    boolean hasMore() {
        return input.hasMore();
    }

    @Override
    int write(ByteBuffer from) throws IOException {
        lock.lock();
        try {
            int start = from.position();
            if (broken == null) {
                shake();
                if (!shaking) {
                    output.write(from);
                }
            } else {
                // Who reads has told why; what is left to send has nowhere to go.
                from.position(from.limit());
            }
            return from.position() - start;
        } catch (IOException e) {
            throw fail(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    void flush() throws IOException {
        lock.lock();
        try {
            output.flush();
        } finally {
            lock.unlock();
        }
    }

    @Override
    boolean endOutput() throws IOException {
        lock.lock();
        try {
            outputEnded = true;
            boolean done = broken != null || output.end();
            stopShaking();
            if (done) {
                channel.shutdownOutput();
            }
            return done;
        } catch (SSLException e) {
            throw fail(e);
        } finally {
            lock.unlock();
        }
    }

    /** Does for the handshake, or what comes of it later, what needs no bytes of the peer. */
    private void shake() throws IOException {
        if (!opened) {
            opened = true;
            engine.beginHandshake();
        }
        boolean goesOn = true;
        while (goesOn) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else {
                goesOn = status == HandshakeStatus.NEED_WRAP && says();
            }
        }
        if (shaking && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
            stopShaking();
        }
        output.flush();
    }

    private boolean says() throws IOException {
        if (outputEnded || engine.isInboundDone()) {
            // An engine that one side has ended asks for the other side's end: that has time.
            return false;
        }
        news = true;
        return output.handshake();
    }

    private void runTasks() {
        Runnable task = engine.getDelegatedTask();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
    }

    private void stopShaking() {
        shaking = false;
        news = true;
        shaken.signalAll();
    }

    /** The peer is told, if it takes that now. */
    private IOException fail(IOException reason) {
        if (broken != null) {
            return broken;
        }
        broken = reason instanceof SSLException e ? TlsFaults.explained(e) : reason;
        stopShaking();
        input.drop();
        try {
            if (reason instanceof NoTlsException e) {
                output.drop();
                if (!engine.getUseClientMode()) {
                    output.answer(e.answer());
                }
            } else if (reason instanceof SSLException e) {
                output.alert(e);
            }
        } catch (IOException e) {
            broken.addSuppressed(e);
        }
        return broken;
    }

    @Override
    public boolean isShaking() {
        lock.lock();
        try {
            return shaking;
        } finally {
            lock.unlock();
        }
    }

    @Override
    boolean hasShaken() {
        lock.lock();
        try {
            boolean was = news;
            news = false;
            return was;
        } finally {
            lock.unlock();
        }
    }

    @Override
    int readOperations() {
        lock.lock();
        try {
            int more = shaking && output.isWaiting() ? SelectionKey.OP_WRITE : 0;
            return SelectionKey.OP_READ | more;
        } finally {
            lock.unlock();
        }
    }

    @Override
    int writeOperations() {
        lock.lock();
        try {
            return waitsForReader() ? 0 : SelectionKey.OP_WRITE;
        } finally {
            lock.unlock();
        }
    }

    private boolean waitsForReader() {
        return shaking && !output.isWaiting();
    }

    @Override
    boolean awaitShaken() {
        lock.lock();
        try {
            boolean waited = false;
            while (waitsForReader() && channel.isOpen()) {
                shaken.awaitUninterruptibly();
                waited = true;
            }
            return waited;
        } finally {
            lock.unlock();
        }
    }

    @Override
    void wake() {
        lock.lock();
        try {
            shaken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
