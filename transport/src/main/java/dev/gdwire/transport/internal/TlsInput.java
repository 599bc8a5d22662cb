package dev.gdwire.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The records that come in by a socket, and what is in them. Guarded by the link's lock. */
final class TlsInput {
    private final SocketChannel channel;
    private final SSLEngine engine;

    /** Bytes of the socket that the engine has not taken, from position to limit. */
    private @Nullable ByteBuffer records;

    /** What was in a record and had no room where it was read to, from position to limit. */
    private @Nullable ByteBuffer spilled;

    private boolean isEnded;
    private boolean hasStarted;

    /** Read and written by the thread that reads, alone. */
    private boolean hasMore;

    TlsInput(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
    }

    /** More than was asked for is there. */
    boolean hasMore() {
        return hasMore;
    }

    /** The peer has said that no more comes. */
    boolean isEnded() {
        return isEnded;
    }

    /**
     * Takes one step: what was spilled, or a record, or more of the socket.
     *
     * @param shaking whether the handshake goes on
     * @return whether another step may bring more
     */
    boolean next(ByteBuffer into, boolean shaking) throws IOException {
        hasMore = false;
        if (spilled != null) {
            return unspill(into);
        }
        if (isEnded) {
            return false;
        }
        if (!into.hasRemaining()) {
            hasMore = records != null;
            return false;
        }
        SSLEngineResult.Status status = SSLEngineResult.Status.BUFFER_UNDERFLOW;
        if (records != null) {
            int before = records.position();
            status = unwrap(records, into);
            if (status == SSLEngineResult.Status.OK) {
                // Where nothing is taken, the engine waits for something else than the peer.
                return records.position() > before || isTaskDue();
            }
        }
        return switch (status) {
            case BUFFER_OVERFLOW -> overflow(into, shaking);
            case CLOSED -> end();
            default -> fill(shaking);
        };
    }

    private SSLEngineResult.Status unwrap(ByteBuffer from, ByteBuffer into) throws SSLException {
        int start = from.position();
        try {
            return engine.unwrap(from, into).getStatus();
        } catch (SSLException e) {
            throw TlsFaults.alertIn(from, start, e).orElse(e);
        }
    }

    private boolean isTaskDue() {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK, NEED_UNWRAP_AGAIN -> true;
            default -> false;
        };
    }

    /** A record has more than there is room for, also one that has not come to its end. */
    private boolean overflow(ByteBuffer into, boolean shaking) throws IOException {
        if (into.position() > 0) {
            hasMore = true;
            return false;
        }
        ByteBuffer whole = TlsBuffers.take(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(records, whole);
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            TlsBuffers.give(whole);
            return fill(shaking);
        }
        spilled = whole.flip();
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
            throw new SSLException("a record of TLS has more than it may have");
        }
        return unspill(into);
    }

    private boolean unspill(ByteBuffer into) {
        ByteBuffer rest = spilled;
        if (rest == null) {
            return false;
        }
        int length = Math.min(rest.remaining(), into.remaining());
        into.put(into.position(), rest, rest.position(), length);
        into.position(into.position() + length);
        rest.position(rest.position() + length);
        hasMore = true;
        if (rest.hasRemaining()) {
            return false;
        }
        TlsBuffers.give(rest);
        spilled = null;
        return into.hasRemaining();
    }

    /** Reads of the socket; whether there was something. */
    private boolean fill(boolean shaking) throws IOException {
        ByteBuffer to = records;
        if (to == null) {
            to = TlsBuffers.take(engine.getSession().getPacketBufferSize());
        } else if (to.remaining() == to.capacity()) {
            throw new SSLException("a record of TLS is longer than it may be");
        } else {
            to.compact();
        }
        records = to;
        int length;
        try {
            length = channel.read(to);
        } finally {
            to.flip();
        }
        if (length < 0) {
            cutOff(shaking);
        } else if (length > 0 && !hasStarted) {
            hasStarted = true;
            NoTlsException.unlessRecord(to.get(0));
        }
        return length > 0;
    }

    /** The socket's end without that of TLS. */
    private void cutOff(boolean shaking) throws SSLException {
        if (!hasStarted && !engine.getUseClientMode()) {
            // Somebody knocked, and went away.
            isEnded = true;
        } else if (shaking) {
            throw new SSLException(
                    "the peer hung up in the handshake of TLS: one side uses TLS, the other does"
                            + " not, or has no TLS 1.3, or does not accept the certificate");
        } else {
            throw new SSLException(
                    "the stream ended without the end that TLS gives it (close_notify): it was cut"
                            + " off on its way, or the peer's program died");
        }
    }

    private boolean end() {
        isEnded = true;
        return false;
    }

    /** Gives back what is not needed until the next read. */
    void rest() {
        if (records != null && !records.hasRemaining()) {
            TlsBuffers.give(records);
            records = null;
        }
    }

    /** Forgets all that came. */
    void drop() {
        TlsBuffers.give(records);
        records = null;
        TlsBuffers.give(spilled);
        spilled = null;
    }
}
