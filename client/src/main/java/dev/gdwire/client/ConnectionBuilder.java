package dev.gdwire.client;

import dev.gdwire.client.internal.Management;
import dev.gdwire.client.internal.Reach;
import dev.gdwire.client.internal.Settings;
import dev.gdwire.transport.Delivery;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Limits;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.SchemaPolicy;
import dev.gdwire.transport.SendOptions;
import dev.gdwire.transport.Tls;
import dev.gdwire.transport.Token;
import dev.gdwire.transport.Tracer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/**
 * Options that every kind of connection has. Not safe for use by several threads at once.
 *
 * @param <B> the kind of builder
 */
public abstract sealed class ConnectionBuilder<B extends ConnectionBuilder<B>>
        permits ClientBuilder, ServerBuilder, PlainClientBuilder, SimulatedGameBuilder {
    private EngineOptions engine;
    private Settings settings = Settings.DEFAULT;
    private Reach reach = Reach.THIS_MACHINE;

    ConnectionBuilder(EngineOptions engine) {
        this.engine = engine;
    }

    abstract B self();

    EngineOptions engine() {
        return engine;
    }

    void engine(EngineOptions options) {
        engine = options;
    }

    Settings settings() {
        return settings;
    }

    /**
     * The token that both peers must have: each proves to the other that it has it, and it never
     * travels. Peers without it are refused. It keeps strangers out; whoever can read or change
     * what travels between the peers still can, unless TLS hides it ({@code docs/security.md}).
     *
     * @throws IllegalArgumentException if plain peers are allowed: they can prove nothing
     */
    public B token(Token token) {
        engine = engine.withToken(token);
        return self();
    }

    /**
     * Lets the connection leave this machine though neither a token nor TLS protects it: everybody
     * who reaches the port can connect, and everybody on the way can read and change what is said.
     * Without this word, other addresses than those of this machine's loopback are refused.
     */
    public B insecure() {
        reach = Reach.ANYWHERE;
        return self();
    }

    /** Whether strangers are kept out: only then may it leave this machine unasked. */
    boolean isProtected() {
        return engine.token() != null || settings.link().tls() != null;
    }

    /** Which addresses it may use. */
    Reach reach() {
        return isProtected() ? Reach.ANYWHERE : reach;
    }

    /** Refuses a peer whose schemas differ; else they are reported as a problem. */
    public B strict() {
        engine = engine.withSchemas(SchemaPolicy.STRICT);
        return self();
    }

    /** How long the handshake may take; 10 seconds unless set. */
    public B handshakeTimeout(Duration timeout) {
        engine = engine.withHandshakeTimeout(timeout);
        return self();
    }

    /**
     * What this side promises its peers: that they hear of it at least so often, in steps of a
     * millisecond. A peer that hears nothing for so long takes this side for dead; with a session,
     * that costs a reconnect. 15 seconds unless set, and nothing in a program that was started for
     * a debugger; 0 promises nothing.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public B silence(Duration promise) {
        engine = engine.withSilence(promise);
        return self();
    }

    /**
     * The longest line that is accepted, with the blobs before it, in bytes; 1 MiB unless set, at
     * least 1024.
     */
    public B maxFrame(int bytes) {
        engine = engine.withMaxFrame(bytes);
        return self();
    }

    /**
     * What is accepted at most, such as {@code limits(usual -> usual.withText(10_000))}; {@link
     * Limits#DEFAULT} unless set.
     *
     * @param change is called at once, with the limits that were set before
     */
    public B limits(UnaryOperator<Limits> change) {
        engine = engine.withLimits(change.apply(engine.limits()));
        return self();
    }

    /**
     * How long a close waits for the peer to take what is queued and to close its end, and for
     * handlers to return; 1 second unless set.
     */
    public B closeTimeout(Duration timeout) {
        return link(settings.link().withCloseTimeout(timeout));
    }

    void settings(Settings value) {
        settings = value;
    }

    /** How many bytes may wait to be sent before a sender has to wait; 4 MiB unless set. */
    public B outboundLimit(int bytes) {
        return link(settings.link().withOutboundBytes(bytes));
    }

    /**
     * What becomes of messages for which there is no room, unless they are sent with a policy of
     * their own; {@link Delivery#block()} unless set.
     */
    public B delivery(Delivery policy) {
        return sending(sending().withDelivery(policy));
    }

    /**
     * How many messages that may be dropped wait at most, whatever their policies; 10,000 unless
     * set.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public B waitingMessages(int most) {
        return sending(sending().withWaitingMessages(most));
    }

    /**
     * How many bytes wait to be sent when {@code onHighWater} is told, and how few when {@code
     * onLowWater} is; half and a quarter of {@link #outboundLimit} unless set.
     *
     * @throws IllegalArgumentException if {@code low} is negative or not less than {@code high}
     */
    public B waterMarks(long high, long low) {
        return sending(sending().withMarks(new SendOptions.Marks(high, low)));
    }

    private SendOptions sending() {
        return settings.link().sending();
    }

    private B sending(SendOptions options) {
        return link(settings.link().withSending(options));
    }

    /** Tells a tracer what goes over the connection, such as {@link Tracer#logging}. */
    public B trace(Tracer tracer) {
        settings = settings.withObservation(settings.observation().withTracer(tracer));
        return self();
    }

    /**
     * How many bytes of messages may wait for handlers before no more is read of the peer, and how
     * many the {@link #inbox} holds; 8 MiB unless set, counted as they travelled: objects in memory
     * take several times as much. Of handlers' messages 10,000 may wait too, whatever their size.
     *
     * <p>While a call or request of this side waits for its answer, four times as much may wait:
     * the answer comes behind other messages. When that is not enough, because the peer floods
     * while a handler waits for its answer, the request times out.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public B inboundLimit(long bytes) {
        settings = settings.withInboundBytes(bytes);
        return self();
    }

    /**
     * Shows the numbers of the connection, while it is open, as a managed bean: {@code
     * dev.gdwire:type=Connection,name=NAME,peer="ADDRESS"}, with one more key {@code number} if
     * there is such a one already. See {@link ConnectionMXBean}.
     *
     * @throws dev.gdwire.protocol.GdwireException if the run time has no module {@code
     *     java.management}
     */
    public B jmx(String name) {
        Management.require();
        settings = settings.withObservation(settings.observation().withJmx(name));
        return self();
    }

    /**
     * How many requests of this side may wait for an answer; 10,000 unless set. One more is a
     * {@link dev.gdwire.transport.SendException}.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public B maxRequests(int most) {
        engine = engine.withLimits(engine.limits().withRequests(most));
        return self();
    }

    /**
     * How many requests of the peer's may wait to be answered; 10,000 unless set. More are answered
     * with the error {@code too_many_requests}, and are a problem.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public B maxOpenRequests(int most) {
        engine = engine.withLimits(engine.limits().withOpenRequests(most));
        return self();
    }

    /**
     * How long a connection may carry nothing but signs of life, with nobody waiting for an answer,
     * before this side closes it (up to a quarter later); for ever unless set, or if zero.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public B idleTimeout(Duration time) {
        engine = engine.withLimits(engine.limits().withIdle(time));
        return self();
    }

    /**
     * Makes the threads that each connection has of its own: two that read and write and, unless
     * {@link #executor} is set, one that runs handlers. They are daemons unless set. Whatever the
     * factory calls them, they are named {@code gdwire-reader-ADDRESS}, {@code gdwire-writer-} and
     * {@code gdwire-dispatch-}. Virtual threads will do: {@code Thread.ofVirtual().factory()}.
     */
    public B threadFactory(ThreadFactory factory) {
        settings = settings.withThreads(factory);
        return self();
    }

    /**
     * How long a thread that waits for bytes looks for them again and again before it sleeps; not
     * at all unless set, at most 10 ms. Where answers come within it, no thread has to be woken for
     * them, and a processor is busy meanwhile: for one or a few connections of a program that has
     * processors to spare.
     */
    public B spin(Duration time) {
        return link(settings.link().withSpin(time));
    }

    /**
     * Protects the connection with TLS 1.3; its handshake is a part of the handshake that {@link
     * #handshakeTimeout} limits. Both sides have to use it.
     *
     * @throws IllegalArgumentException if it is for the other side of a connection: {@link
     *     Tls#server} is for those that listen, {@link Tls#pinned} for those that connect
     */
    public B tls(Tls tls) {
        tls.check(engine.role());
        return link(settings.link().withTls(tls));
    }

    B connectTimeoutOf(Duration timeout) {
        return link(settings.link().withConnectTimeout(timeout));
    }

    private B link(LinkOptions link) {
        settings = settings.withLink(link);
        return self();
    }

    /**
     * How many messages that no handler takes are kept to be received, and what happens to more;
     * 1024 and the oldest is dropped unless set. Nor are more bytes of them kept than {@link
     * #inboundLimit} says.
     */
    public B inbox(int size, OverflowPolicy policy) {
        settings = settings.withInbox(size, policy);
        return self();
    }

    /**
     * Runs the handlers, one after another; a thread of each connection's own unless set. It must
     * have threads of its own: one that runs tasks on the calling thread is refused.
     */
    public B executor(Executor executor) {
        settings = settings.withExecutor(executor);
        return self();
    }
}
