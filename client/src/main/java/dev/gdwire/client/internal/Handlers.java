package dev.gdwire.client.internal;

import dev.gdwire.protocol.Message;
import dev.gdwire.transport.CloseReason;
import dev.gdwire.transport.Problem;
import dev.gdwire.transport.SessionLoss;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a user wants done with what comes in. Safe for use by many threads.
 *
 * @param <P> the peer, as its handlers see it
 */
public final class Handlers<P> {
    private record Typed<P>(Class<?> type, BiConsumer<Message, P> handler) {}

    private final List<Typed<P>> messages = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, BiFunction<Message, P, ? extends Message>> requests =
            new ConcurrentHashMap<>();
    private final List<Consumer<? super Problem>> problems = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<? super ObjectNode, ? super P>> unknown =
            new CopyOnWriteArrayList<>();
    private final List<BiConsumer<? super ObjectNode, ? super P>> plain =
            new CopyOnWriteArrayList<>();
    private final List<BiConsumer<? super CloseReason, ? super P>> closes =
            new CopyOnWriteArrayList<>();

    private final List<BiConsumer<? super CloseReason, ? super P>> breaks =
            new CopyOnWriteArrayList<>();
    private final List<Consumer<? super P>> resumes = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<? super SessionLoss, ? super P>> losses =
            new CopyOnWriteArrayList<>();
    private final List<ObjLongConsumer<? super P>> highWater = new CopyOnWriteArrayList<>();
    private final List<ObjLongConsumer<? super P>> lowWater = new CopyOnWriteArrayList<>();

    private final LogLimit logLimit = new LogLimit(System.nanoTime());

    /** No handlers. */
    public Handlers() {}

    /** Of the problems of all its peers that no handler takes. */
    LogLimit logLimit() {
        return logLimit;
    }

    /** Handles the messages of a type, or of all that extend it. */
    public <T extends Message> void on(Class<T> type, BiConsumer<? super T, ? super P> handler) {
        messages.add(
                new Typed<>(type, (message, peer) -> handler.accept(type.cast(message), peer)));
    }

    /** Answers the requests of a type; one handler a type. */
    public <Q extends Message, R extends Message> void onRequest(
            Class<Q> type, BiFunction<? super Q, ? super P, ? extends R> handler) {
        BiFunction<Message, P, R> untyped =
                (message, peer) -> handler.apply(type.cast(message), peer);
        if (requests.putIfAbsent(type, untyped) != null) {
            throw new IllegalStateException(
                    type.getSimpleName() + " has a handler: each request is answered once.");
        }
    }

    /** Takes problems. */
    public void onProblem(Consumer<? super Problem> handler) {
        problems.add(handler);
    }

    /** Takes messages of a type that nobody here knows. */
    public void onUnknown(BiConsumer<? super ObjectNode, ? super P> handler) {
        unknown.add(handler);
    }

    /** Takes the objects of plain peers. */
    public void onPlain(BiConsumer<? super ObjectNode, ? super P> handler) {
        plain.add(handler);
    }

    /** Told once when a connection is over. */
    public void onClose(BiConsumer<? super CloseReason, ? super P> handler) {
        closes.add(handler);
    }

    /** Told when a connection breaks whose session waits for another. */
    public void onSuspend(BiConsumer<? super CloseReason, ? super P> handler) {
        breaks.add(handler);
    }

    /** Told when a session goes on over a new connection. */
    public void onResume(Consumer<? super P> handler) {
        resumes.add(handler);
    }

    /** Told when a session ends in a way that may have cost messages. */
    public void onSessionLost(BiConsumer<? super SessionLoss, ? super P> handler) {
        losses.add(handler);
    }

    /** Told with the bytes that wait when a peer has become slow. */
    public void onHighWater(ObjLongConsumer<? super P> handler) {
        highWater.add(handler);
    }

    /** Told with the bytes that wait when a slow peer has caught up. */
    public void onLowWater(ObjLongConsumer<? super P> handler) {
        lowWater.add(handler);
    }

    /** As {@link #onClose}, before those that are there: the library's own bookkeeping. */
    void beforeClose(BiConsumer<? super CloseReason, ? super P> handler) {
        closes.add(0, handler);
    }

    List<BiConsumer<Message, P>> of(Message message) {
        return messages.stream()
                .filter(typed -> typed.type().isInstance(message))
                .map(Typed::handler)
                .toList();
    }

    @Nullable BiFunction<Message, P, ? extends Message> ofRequest(Message request) {
        return requests.get(request.getClass());
    }

    List<Consumer<? super Problem>> problems() {
        return problems;
    }

    List<BiConsumer<? super ObjectNode, ? super P>> unknown() {
        return unknown;
    }

    List<BiConsumer<? super ObjectNode, ? super P>> plain() {
        return plain;
    }

    List<BiConsumer<? super CloseReason, ? super P>> closes() {
        return closes;
    }

    List<BiConsumer<? super CloseReason, ? super P>> breaks() {
        return breaks;
    }

    List<Consumer<? super P>> resumes() {
        return resumes;
    }

    List<BiConsumer<? super SessionLoss, ? super P>> losses() {
        return losses;
    }

    List<ObjLongConsumer<? super P>> highWater() {
        return highWater;
    }

    List<ObjLongConsumer<? super P>> lowWater() {
        return lowWater;
    }
}
