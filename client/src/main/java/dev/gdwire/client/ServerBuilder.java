package dev.gdwire.client;

import dev.gdwire.client.internal.Handlers;
import dev.gdwire.client.internal.PeerLimits;
import dev.gdwire.protocol.FromGodot;
import dev.gdwire.protocol.Message;
import dev.gdwire.protocol.Protocol;
import dev.gdwire.protocol.Request;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.PlainMode;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.Role;
import dev.gdwire.transport.SessionLoss;
import dev.gdwire.transport.SessionOptions;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.node.ObjectNode;

/** Makes a {@link GodotServer}. Its handlers are those of all its peers. */
public final class ServerBuilder extends ConnectionBuilder<ServerBuilder> {
    static final String LOOPBACK = "127.0.0.1";

    private final Handlers<GodotPeer> handlers = new Handlers<>();
    private Consumer<? super GodotPeer> onConnect = peer -> {};
    private String host = LOOPBACK;
    private PeerLimits peerLimits = PeerLimits.DEFAULT;

    ServerBuilder(List<? extends Protocol<?>> protocols) {
        super(EngineOptions.of(Role.ACCEPTOR, protocols));
    }

    @Override
    ServerBuilder self() {
        return this;
    }

    Handlers<GodotPeer> handlers() {
        return handlers;
    }

    Consumer<? super GodotPeer> onConnect() {
        return onConnect;
    }

    String host() {
        return host;
    }

    PeerLimits peerLimits() {
        return peerLimits;
    }

    /**
     * The address to listen on; 127.0.0.1 unless set, which peers on other machines cannot reach.
     * Others need a {@link #token}, TLS, or the word {@link #insecure}.
     */
    public ServerBuilder host(String address) {
        host = address;
        return this;
    }

    /**
     * The most peers at once, of those whose handshake is done; 64 unless set. More are refused as
     * busy, in words that name this limit.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public ServerBuilder maxPeers(int most) {
        peerLimits = peerLimits.withPeers(most);
        return this;
    }

    /**
     * The most peers at once from one address (with IP version 6, from one block of 64 bits); no
     * more than {@link #maxPeers} unless set. More are refused as busy, in words that name this
     * limit.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public ServerBuilder maxPeersPerAddress(int most) {
        peerLimits = peerLimits.withPerAddress(most);
        return this;
    }

    /**
     * The most connections at once whose handshake is not done, or that were refused and are not
     * closed yet; 64 unless set. When one more comes, the address that has the most of them loses
     * its oldest, which is a problem for {@link #onProblem}: peers that say nothing keep nobody
     * out.
     *
     * @throws IllegalArgumentException if it is not at least 1
     */
    public ServerBuilder maxHandshakes(int most) {
        peerLimits = peerLimits.withHandshakes(most);
        return this;
    }

    /**
     * Lets all peers share this many threads that read and write, and a few that run handlers (as
     * many as there are processors, and at least 4), where else each peer has three threads of its
     * own. For servers with a hundred peers and more, which raise {@link #maxPeers} too: their
     * memory and their threads do not grow with the peers. One thread serves thousands of peers
     * that say little; with few peers, threads of their own answer sooner.
     *
     * <p>While a handler waits for a peer (in a call, or since that does not read what it is sent),
     * another thread takes its place. A handler that waits for anything else, such as a database,
     * keeps one of those few threads: if handlers do that, give {@link #executor} one that has
     * more.
     *
     * @param threads how many threads read and write; at least 1
     * @throws IllegalArgumentException if it is less
     */
    public ServerBuilder sharedThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("Peers share at least 1 thread: " + threads);
        }
        settings(settings().withSharedThreads(threads));
        return this;
    }

    /**
     * Takes peers that know nothing of Gdwire too; else they are refused.
     *
     * @throws IllegalArgumentException if there is a {@link #token}: plain peers can prove nothing
     */
    public ServerBuilder allowPlain() {
        engine(engine().withPlain(PlainMode.ALLOWED));
        return this;
    }

    /** Told of each peer whose handshake is done, before any message of its. */
    public ServerBuilder onConnect(Consumer<? super GodotPeer> handler) {
        onConnect = handler;
        return this;
    }

    /** Handles the messages of a type, or of all that implement it. */
    public <T extends FromGodot> ServerBuilder on(
            Class<T> type, BiConsumer<? super T, ? super GodotPeer> handler) {
        handlers.on(type, handler);
        return this;
    }

    /** Answers the games' requests of a type; one handler a type. */
    public <R extends Message, Q extends FromGodot & Request<R>> ServerBuilder onRequest(
            Class<Q> type, BiFunction<? super Q, ? super GodotPeer, ? extends R> handler) {
        handlers.onRequest(type, handler);
        return this;
    }

    /** Takes the objects of plain peers, which {@link #allowPlain} lets in. */
    public ServerBuilder onPlain(BiConsumer<? super ObjectNode, ? super GodotPeer> handler) {
        handlers.onPlain(handler);
        return this;
    }

    /** Takes messages of types that nobody here knows; with no such handler they are problems. */
    public ServerBuilder onUnknown(BiConsumer<? super ObjectNode, ? super GodotPeer> handler) {
        handlers.onUnknown(handler);
        return this;
    }

    /** Takes problems; with no such handler they go to the logger {@code dev.gdwire}. */
    public ServerBuilder onProblem(Consumer<? super Problem> handler) {
        handlers.onProblem(handler);
        return this;
    }

    /**
     * Lets peers that reconnect go on where they were: they stay the same peer over any number of
     * breaks, every message arrives exactly once and in order, and requests wait on. What is sent
     * meanwhile is kept. See {@code docs/sessions.md}.
     */
    public ServerBuilder sessions() {
        return sessions(SessionOptions.DEFAULT);
    }

    /** See {@link #sessions()}; with other limits. */
    public ServerBuilder sessions(SessionOptions options) {
        engine(engine().withSessions(options));
        return this;
    }

    /** Told when a connection breaks whose session waits for the peer to come again. */
    public ServerBuilder onSuspend(BiConsumer<? super CloseReason, ? super GodotPeer> handler) {
        handlers.onSuspend(handler);
        return this;
    }

    /** Told when a peer has come again, and goes on with its session. */
    public ServerBuilder onResume(Consumer<? super GodotPeer> handler) {
        handlers.onResume(handler);
        return this;
    }

    /**
     * Told when a session ends in a way that may have cost messages; with no such handler that is a
     * problem.
     */
    public ServerBuilder onSessionLost(BiConsumer<? super SessionLoss, ? super GodotPeer> handler) {
        handlers.onSessionLost(handler);
        return this;
    }

    /** Told once of each connection that is over. */
    public ServerBuilder onClose(BiConsumer<? super CloseReason, ? super GodotPeer> handler) {
        handlers.onClose(handler);
        return this;
    }

    /**
     * Told with the bytes that wait to be taken when a peer has become slow: {@link #waterMarks}.
     */
    public ServerBuilder onHighWater(ObjLongConsumer<? super GodotPeer> handler) {
        handlers.onHighWater(handler);
        return this;
    }

    /** Told with the bytes that still wait when it has caught up again. */
    public ServerBuilder onLowWater(ObjLongConsumer<? super GodotPeer> handler) {
        handlers.onLowWater(handler);
        return this;
    }

    /**
     * Listens.
     *
     * @param port the port, or 0 for any that is free
     * @throws dev.gdwire.transport.ListenException if the port cannot be had, or other machines can
     *     reach it and nothing keeps strangers out
     */
    public GodotServer listen(int port) {
        return new GodotServer(this, port);
    }
}
