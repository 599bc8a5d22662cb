package dev.gdwire.integration.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.client.ClientBuilder;
import dev.gdwire.client.GodotPeer;
import dev.gdwire.client.ServerBuilder;
import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.Load;
import dev.gdwire.integration.siege.SiegeMessage;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.ProblemKind;
import dev.gdwire.transport.SessionLoss;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What happens on the Java side, and the row that comes from the game. */
final class SessionLog {
    final Row row = new Row();
    final BlockingQueue<GodotPeer> peers = new LinkedBlockingQueue<>();
    final BlockingQueue<String> breaks = new LinkedBlockingQueue<>();
    final BlockingQueue<SessionLoss> losses = new LinkedBlockingQueue<>();
    final BlockingQueue<CloseReason> ends = new LinkedBlockingQueue<>();
    final Queue<Problem> problems = new ConcurrentLinkedQueue<>();

    /** Puts it on a client. */
    ClientBuilder<SiegeMessage> on(ClientBuilder<SiegeMessage> builder) {
        return builder.on(Echo.class, row::accept)
                .on(Load.class, row::accept)
                .onRequest(Ask.class, ask -> new Answer(ask.n() + 1))
                .onSuspend(reason -> breaks.add("suspended: " + reason.text()))
                .onResume(() -> breaks.add("resumed"))
                .onSessionLost(losses::add)
                .onClose(ends::add)
                .onProblem(problems::add);
    }

    /** Puts it on a server of one game. */
    ServerBuilder on(ServerBuilder builder) {
        return builder.onConnect(peers::add)
                .on(Echo.class, (echo, peer) -> row.accept(echo))
                .on(Load.class, (load, peer) -> row.accept(load))
                .onRequest(Ask.class, (ask, peer) -> new Answer(ask.n() + 1))
                .onSuspend((reason, peer) -> breaks.add("suspended: " + reason.text()))
                .onResume(peer -> breaks.add("resumed"))
                .onSessionLost((loss, peer) -> losses.add(loss))
                .onClose((reason, peer) -> ends.add(reason))
                .onProblem(problems::add);
    }

    /** The next of a queue. */
    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(SessionGame.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    /** Waits until the connection broke and was resumed. */
    void awaitBreak() throws InterruptedException {
        assertThat(next(breaks)).startsWith("suspended");
        assertThat(next(breaks)).isEqualTo("resumed");
    }

    /** Waits until so much of the row has come, and looks whether nothing was wrong. */
    void awaitRow(long length) throws InterruptedException {
        long end = System.nanoTime() + SessionGame.PATIENCE.toNanos();
        while (row.count() < length && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(row.count()).isEqualTo(length);
        assertNothingLost();
    }

    void assertNothingLost() {
        assertThat(row.fault()).isEmpty();
        assertThat(losses).isEmpty();
        // A connection may break in its handshake.
        assertThat(problems).allMatch(problem -> problem.kind() == ProblemKind.CONNECTION);
    }
}
