package dev.gdwire.client.internal;

import dev.gdwire.protocol.Protocol;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.ConnectionListener;
import dev.gdwire.transport.Tracer;
import dev.gdwire.transport.Tracing;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who watches connections.
 *
 * @param tracer is told what goes over them; null: nobody
 * @param jmx their name as managed beans; null: they are none
 */
public record Observation(@Nullable Tracer tracer, @Nullable String jmx) {
    /** Nobody watches. */
    public static final Observation NONE = new Observation(null, null);

    /** The same with a tracer. */
    public Observation withTracer(Tracer value) {
        return new Observation(value, jmx);
    }

    /** The same as managed beans of a name. */
    public Observation withJmx(String name) {
        return new Observation(tracer, name);
    }

    /** Makes a connection, and puts the tracer before it if there is one. */
    Connection over(
            List<Protocol<?>> protocols,
            ConnectionListener listener,
            Function<ConnectionListener, Connection> opener) {
        return tracer == null
                ? opener.apply(listener)
                : Tracing.of(tracer, protocols, listener, opener);
    }
}
