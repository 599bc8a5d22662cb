package dev.gdwire.transport;

import dev.gdwire.transport.internal.Excerpt;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes what it is told to the system's log. */
final class LoggingTracer implements Tracer {
    private static final System.Logger LOG = System.getLogger("dev.gdwire.trace");
    private static final int LONGEST = 1000;

    private final Function<TracedMessage, String> payload;

    private LoggingTracer(Function<TracedMessage, String> payload) {
        this.payload = payload;
    }

    static Tracer ofHeads() {
        return new LoggingTracer(message -> "");
    }

    static Tracer ofPayloads() {
        return new LoggingTracer(message -> ": " + Excerpt.cut(message.json(), LONGEST));
    }

    @Override
    public void opened(String peer, @Nullable PeerInfo info) {
        log(() -> peer + ": opened: " + (info == null ? "a plain peer" : info.library()));
    }

    @Override
    public void message(TracedMessage message) {
        log(() -> line(message));
    }

    private String line(TracedMessage message) {
        StringBuilder line = new StringBuilder(message.peer());
        line.append(message.direction() == TracedMessage.Direction.IN ? ": in: " : ": out: ");
        line.append(message.tag());
        if (message.kind() != TracedMessage.Kind.MESSAGE) {
            line.append(' ').append(message.kind().name().toLowerCase(Locale.ROOT));
        }
        if (message.id() > 0) {
            line.append(' ').append(message.id());
        }
        line.append(", ").append(message.bytes()).append(" bytes");
        if (message.nanos() > 0) {
            line.append(", ").append(message.nanos() / 1000).append(" us");
        }
        return line.append(payload.apply(message)).toString();
    }

    @Override
    public void handled(String peer, String what, long nanos) {
        log(() -> "%s: handled: %s, %d us".formatted(peer, what, nanos / 1000));
    }

    @Override
    public void problem(String peer, Problem problem) {
        // Its line is the peer's, payload and all.
        log(() -> peer + ": problem: " + problem.withLine(null));
    }

    @Override
    public void suspended(String peer, CloseReason reason) {
        log(() -> peer + ": suspended: " + reason.text());
    }

    @Override
    public void resumed(String peer) {
        log(() -> peer + ": resumed");
    }

    @Override
    public void closed(String peer, CloseReason reason) {
        log(() -> peer + ": closed: " + reason.text());
    }

    private static void log(Supplier<String> line) {
        LOG.log(System.Logger.Level.DEBUG, line);
    }
}
