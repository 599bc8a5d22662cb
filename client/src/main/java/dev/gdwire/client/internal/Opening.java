package dev.gdwire.client.internal;

import dev.gdwire.protocol.GdwireException;
import dev.gdwire.protocol.core.RejectCode;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.ConnectException;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.RejectedException;
import java.util.concurrent.ExecutionException;

/** Connects a session and waits for its handshake. */
public final class Opening {
    private Opening() {}

    /** Connects; the session is open when this returns. */
    public static void connect(
            Session<?> session,
            String host,
            int port,
            Reach reach,
            EngineOptions engine,
            Settings settings) {
        String address = reach.toConnect(host);
        BlockingDriver driver = new BlockingDriver(settings.threads());
        session.start(
                settings.observation()
                        .over(
                                engine.protocols(),
                                session,
                                listener ->
                                        driver.connect(
                                                address, port, engine, settings.link(), listener)));
        CloseReason reason;
        try {
            reason = session.opened().get();
        } catch (InterruptedException e) {
            session.close();
            Thread.currentThread().interrupt();
            throw new GdwireException("Interrupted while connecting.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (reason != null) {
            session.close();
            throw failure(host + ":" + port, reason);
        }
    }

    private static GdwireException failure(String place, CloseReason reason) {
        RejectCode code = reason.code();
        if (code == null) {
            String hint =
                    reason.kind() == CloseReason.Kind.REMOTE
                            ? "; check the port, and what the other program says"
                            : "";
            return new ConnectException(place + ": " + reason.text() + hint);
        }
        boolean stranger = code == RejectCode.NOT_A_HELLO || code == RejectCode.TOO_LATE;
        String hint =
                stranger && reason.kind() == CloseReason.Kind.REFUSED
                        ? "; check the port, or use PlainClient for a peer without Gdwire"
                        : "";
        return new RejectedException(place + ": " + reason.text() + hint, code);
    }
}
