package dev.gdwire.transport;

import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.MessageType;
import dev.gdwire.protocol.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Tracer} between a connection and who uses it. */
public final class Tracing {
    private static final System.Logger LOG = System.getLogger("dev.gdwire.trace");

    private record Known(Protocol<?> protocol, String tag) {}

    private final Tracer tracer;
    private final Map<Class<?>, Known> byClass = new HashMap<>();
    private volatile String peer = "";

    private Tracing(Tracer tracer, List<Protocol<?>> protocols) {
        this.tracer = tracer;
        for (Protocol<?> protocol : protocols) {
            for (MessageType<?> type : protocol.messages()) {
                byClass.put(type.type(), new Known(protocol, type.tag()));
            }
        }
    }

    /**
     * A connection of which a tracer is told all.
     *
     * @param protocols those that it may carry
     * @param listener takes its events
     * @param opener makes a connection, not started, whose events go to the listener that it is
     *     given
     */
    public static Connection of(
            Tracer tracer,
            List<Protocol<?>> protocols,
            ConnectionListener listener,
            Function<ConnectionListener, Connection> opener) {
        Tracing tracing = new Tracing(tracer, protocols);
        Connection connection = opener.apply(new TracedListener(listener, tracing));
        tracing.peer = connection.peer();
        return new TracedConnection(connection, tracing);
    }

    void event(Event event) {
        if (event instanceof Event.Received received) {
            in(TracedMessage.Kind.MESSAGE, 0, received.message(), 0);
        } else if (event instanceof Event.RequestReceived request) {
            in(TracedMessage.Kind.REQUEST, request.id(), request.request(), 0);
        } else if (event instanceof Event.PlainReceived received) {
            in(TracedMessage.Kind.MESSAGE, 0, received.object(), 0);
        } else if (event instanceof Event.Opened opened) {
            tell(to -> to.opened(peer, opened.peer()));
        } else if (event instanceof Event.PlainOpened) {
            tell(to -> to.opened(peer, null));
        } else if (event instanceof Event.ProblemEvent trouble) {
            tell(to -> to.problem(peer, trouble.problem()));
        } else if (event instanceof Event.Unknown unknown) {
            tell(to -> to.problem(peer, unknown.problem()));
        } else if (event instanceof Event.Suspended broken) {
            tell(to -> to.suspended(peer, broken.reason()));
        } else if (event instanceof Event.Resumed) {
            tell(to -> to.resumed(peer));
        } else if (event instanceof Event.Closed closed) {
            tell(to -> to.closed(peer, closed.reason()));
        }
    }

    void outcome(Outcome outcome, long id, long nanos) {
        if (outcome instanceof Outcome.Reply reply) {
            in(TracedMessage.Kind.REPLY, id, reply.message(), nanos);
        } else {
            in(TracedMessage.Kind.ERROR, id, text(outcome), nanos);
        }
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.RemoteError error) {
            return error.code() + ": " + error.text();
        }
        return outcome.getClass().getSimpleName();
    }

    private void in(TracedMessage.Kind kind, long id, Object content, long nanos) {
        message(TracedMessage.Direction.IN, kind, id, content, nanos);
    }

    void out(TracedMessage.Kind kind, long id, Object content, long nanos) {
        message(TracedMessage.Direction.OUT, kind, id, content, nanos);
    }

    private void message(
            TracedMessage.Direction direction,
            TracedMessage.Kind kind,
            long id,
            Object content,
            long nanos) {
        Known known = byClass.get(content.getClass());
        Protocol<?> protocol = known == null ? null : known.protocol();
        String tag = known == null ? tagOfOther(content) : known.tag();
        TracedMessage message =
                new TracedMessage(peer, direction, kind, id, tag, content, nanos, protocol);
        tell(to -> to.message(message));
    }

    private static String tagOfOther(Object content) {
        if (content instanceof Message) {
            return content.getClass().getSimpleName();
        }
        return content instanceof String ? "error" : "json";
    }

    private void tell(Consumer<Tracer> what) {
        quietly(tracer, what);
    }

    /** Tells a tracer something; what it throws is logged. */
    public static void quietly(@Nullable Tracer tracer, Consumer<Tracer> what) {
        if (tracer == null) {
            return;
        }
        try {
            what.accept(tracer);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a tracer failed", e);
        }
    }
}
