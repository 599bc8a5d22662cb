package dev.gdwire.transport;

import dev.gdwire.transport.internal.EventLoop;
import dev.gdwire.transport.internal.LoopPump;
import dev.gdwire.transport.internal.Pump;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Serves many connections with few threads: each thread waits for its share of the sockets with a
 * selector. Meant for hundreds to thousands of peers; for few, {@link BlockingDriver} answers
 * sooner. A connection costs no thread, and while it is silent no buffers. Safe for use by many
 * threads.
 *
 * <p>Listeners run on these threads: while one does, the other peers of its thread wait. A peer
 * that sends much is read at most 16 KiB at a time, in turn with the others.
 *
 * <p>On one of these threads no connection of the driver waits for anything: {@link
 * Connection#call} throws {@link IllegalStateException}, {@link Connection#close} does not wait for
 * the end, and a send when more than {@link LinkOptions#outboundBytes} wait ends the connection.
 * {@link LinkOptions#spin} counts for nothing here.
 */
public final class SelectorDriver extends PumpDriver implements AutoCloseable {
    private final List<EventLoop> loops;

    private SelectorDriver(List<EventLoop> loops) {
        this.loops = List.copyOf(loops);
    }

    /**
     * A driver with one thread.
     *
     * @throws ConnectException if the system has no room for it
     */
    public static SelectorDriver open() {
        return open(1);
    }

    /**
     * A driver with so many daemon threads, named {@code gdwire-selector-1} and on. Each new
     * connection goes to the one with the fewest, and stays there.
     *
     * @throws IllegalArgumentException if it is not at least one
     * @throws ConnectException if the system has no room for it
     */
    public static SelectorDriver open(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be a thread at least: " + threads);
        }
        List<EventLoop> loops = new ArrayList<>();
        try {
            for (int i = 1; i <= threads; i++) {
                loops.add(EventLoop.start("gdwire-selector-" + i));
            }
        } catch (IOException e) {
            loops.forEach(EventLoop::shutdown);
            throw new ConnectException("There is no room for a selector: " + e.getMessage(), e);
        }
        return new SelectorDriver(loops);
    }

    @Override
    Pump.Factory pumps(LinkOptions link) {
        EventLoop loop = loops.stream().min(Comparator.comparingInt(EventLoop::size)).orElseThrow();
        return (socket, owner, name) -> new LoopPump(socket, loop, link.outboundBytes(), owner);
    }

    /** How many connections there are whose sockets are not closed yet. */
    public int connections() {
        return loops.stream().mapToInt(EventLoop::size).sum();
    }

    /**
     * Closes all of its connections, as {@link Connection#close} does and all at once, and then
     * ends its threads. Takes no new ones. Called by a listener, it does not wait.
     */
    @Override
    public void close() {
        loops.forEach(EventLoop::shutdown);
        try {
            for (EventLoop loop : loops) {
                loop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
