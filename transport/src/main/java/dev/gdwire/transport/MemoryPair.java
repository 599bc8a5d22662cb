package dev.gdwire.transport;

import dev.gdwire.protocol.json.JsonOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * Two engines joined in memory, with a clock that only moves when it is told to: a connection that
 * behaves the same in every run. Nothing travels until {@link #deliver}. Not safe for use by
 * several threads at once.
 */
public final class MemoryPair {
    private final End initiator;
    private final End acceptor;
    private long now;

    /** A pair that has not begun its handshake. */
    public MemoryPair(EngineOptions initiator, EngineOptions acceptor) {
        this(initiator, acceptor, 0);
    }

    /**
     * A pair that has not begun its handshake.
     *
     * @param seed of its nonces, which are the same in every run; two connections that are to have
     *     other nonces, as real ones have, need other seeds
     */
    public MemoryPair(EngineOptions initiator, EngineOptions acceptor, long seed) {
        Random random = new Random(seed);
        this.initiator = new End(initiator, random);
        this.acceptor = new End(acceptor, random);
    }

    /** Begins the handshake on both sides and lets it come to its end. */
    public MemoryPair open() {
        initiator.engine.start(now);
        acceptor.engine.start(now);
        deliver();
        return this;
    }

    /** The side that connected. */
    public End initiator() {
        return initiator;
    }

    /** The side that was connected to. */
    public End acceptor() {
        return acceptor;
    }

    /** The time on the pair's clock, in nanoseconds. */
    public long now() {
        return now;
    }

    /** Moves all bytes, and those that they cause, until none is left. */
    public void deliver() {
        deliver(available -> available);
    }

    /**
     * Moves all bytes, and those that they cause, until none is left.
     *
     * @param chunk how many of the bytes that are there travel at once; at least 1 is moved
     */
    public void deliver(IntUnaryOperator chunk) {
        boolean moved = true;
        while (moved) {
            moved = move(initiator, acceptor, chunk);
            moved |= move(acceptor, initiator, chunk);
        }
    }

    /** Moves some of the bytes of one side to the other; false when there are none. */
    public boolean move(End from, End to, IntUnaryOperator chunk) {
        int available = from.outbound.size();
        if (available == 0) {
            return false;
        }
        int length = Math.max(1, Math.min(available, chunk.applyAsInt(available)));
        byte[] bytes = from.outbound.toByteArray();
        from.outbound.clear();
        from.outbound.raw(Arrays.copyOfRange(bytes, length, available));
        to.engine.receive(bytes, 0, length, now);
        return true;
    }

    /** Lets time pass on both sides, deadline by deadline, and moves no bytes. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        OptionalLong next = nextDeadline();
        while (next.isPresent() && next.getAsLong() <= end) {
            now = Math.max(now, next.getAsLong());
            initiator.engine.tick(now);
            acceptor.engine.tick(now);
            next = nextDeadline();
        }
        now = end;
    }

    private OptionalLong nextDeadline() {
        long first =
                Math.min(
                        initiator.engine.nextDeadline().orElse(Long.MAX_VALUE),
                        acceptor.engine.nextDeadline().orElse(Long.MAX_VALUE));
        return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** One side of the pair: its engine, what it told its user, and what it has to send. */
    public static final class End implements EngineOutput {
        private final Engine engine;
        private final List<Event> events = new ArrayList<>();
        private final JsonOutput outbound = new JsonOutput();

        private End(EngineOptions options, Random random) {
            engine = new Engine(options, this, () -> nonce(random));
        }

        private static String nonce(Random random) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        }

        /** The engine of this side. */
        public Engine engine() {
            return engine;
        }

        /** What the engine told since the last call, in order. */
        public List<Event> takeEvents() {
            List<Event> taken = List.copyOf(events);
            events.clear();
            return taken;
        }

        /** What is still to travel, and does not any more. */
        public byte[] takeOutbound() {
            byte[] taken = outbound.toByteArray();
            outbound.clear();
            return taken;
        }

        /** Puts bytes of the user's own on the way. */
        public void inject(byte[] bytes) {
            outbound.raw(bytes);
        }

        @Override
        public JsonOutput lines() {
            return outbound;
        }

        @Override
        public void lineWritten(int length) {
            // It stays where it is until it is moved.
        }

        @Override
        public void event(Event event) {
            events.add(event);
        }
    }
}
