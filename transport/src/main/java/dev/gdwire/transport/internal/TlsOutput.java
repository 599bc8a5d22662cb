package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The records that go out by a socket, one at a time: there is no next one before the socket has
 * taken the last. Guarded by the link's lock.
 */
final class TlsOutput {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** A failed engine gives its alert within so many calls, or has none. */
    private static final int CALLS_FOR_ALERT = 4;

    private final SocketChannel channel;
    private final SSLEngine engine;

    /** What the socket has not taken yet, from position to limit; null if nothing. */
    private @Nullable ByteBuffer record;

    /** How many of a user's bytes are in that record, which count as written when it is. */
    private int owed;

    TlsOutput(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
    }

    /** Whether something waits for the socket. */
    boolean isWaiting() {
        return record != null;
    }

    /** Writes what waits, as far as the socket takes it now; whether that was all. */
    boolean flush() throws IOException {
        if (record == null) {
            return true;
        }
        channel.write(record);
        if (record.hasRemaining()) {
            return false;
        }
        TlsBuffers.give(record);
        record = null;
        return true;
    }

    /** Writes a user's bytes, as far as the socket takes them now. */
    void write(ByteBuffer from) throws IOException {
        boolean goesOn = flushed(from);
        while (goesOn && from.hasRemaining()) {
            int before = from.position();
            SSLEngineResult result = wrap(from);
            owed = result.bytesConsumed();
            from.position(before);
            if (result.getStatus() != SSLEngineResult.Status.OK) {
                throw new SSLException("TLS takes no more to send: " + result.getStatus());
            }
            goesOn = result.bytesProduced() > 0 && flushed(from);
        }
    }

    private boolean flushed(ByteBuffer from) throws IOException {
        if (!flush()) {
            return false;
        }
        from.position(from.position() + owed);
        owed = 0;
        return true;
    }

    /** To be called when nothing waits. */
    private SSLEngineResult wrap(ByteBuffer from) throws SSLException {
        ByteBuffer next = TlsBuffers.take(engine.getSession().getPacketBufferSize());
        record = next;
        try {
            return engine.wrap(from, next);
        } finally {
            next.flip();
        }
    }

    /** Has the engine say what it has to say; false if it can not now, or has nothing. */
    boolean handshake() throws IOException {
        if (!flush()) {
            return false;
        }
        SSLEngineResult result = wrap(NOTHING);
        return flush()
                && (result.bytesProduced() > 0
                        || result.getHandshakeStatus() == HandshakeStatus.FINISHED);
    }

    /** Says that no more comes; false if the socket does not take that now. */
    boolean end() throws IOException {
        engine.closeOutbound();
        boolean goesOn = flush();
        while (goesOn && !engine.isOutboundDone()) {
            goesOn = wrap(NOTHING).bytesProduced() > 0 && flush();
        }
        return flush();
    }

    /** Says why nothing more comes, if the socket takes that now, and forgets what waits. */
    void alert(SSLException reason) throws IOException {
        try {
            for (int i = 0; i < CALLS_FOR_ALERT && flush(); i++) {
                try {
                    wrap(NOTHING);
                } catch (SSLException e) {
                    // The same fault once more: the call after it gives the alert.
                    if (e != reason) {
                        reason.addSuppressed(e);
                    }
                }
            }
            flush();
        } finally {
            drop();
        }
    }

    /** Says in plain words what a peer without TLS understands. */
    void answer(ByteBuffer line) throws IOException {
        channel.write(line);
    }

    /** Forgets what waits. */
    void drop() {
        TlsBuffers.give(record);
        record = null;
        owed = 0;
    }
}
