package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.report.Series;
import java.awt.Color;

/** Who is compared. */
enum Contestant implements Series {
    /** Gdwire: a connection of the blocking driver. */
    GDWIRE("Gdwire", 0x2f7fb8),
    /** Gdwire: a connection of the blocking driver for each peer. */
    GDWIRE_BLOCKING("Gdwire, blocking driver", 0x8cc3e8),
    /** Gdwire: all connections on one thread of the selector driver. */
    GDWIRE_SELECTOR("Gdwire, selector driver", 0x2f7fb8),
    /** Netty with Jackson 2, one flush a message; a thread of the user's waits for answers. */
    NETTY("Netty + databind", 0x66727f),
    /**
     * Netty with Jackson 2, one flush for 256 messages: as its FlushConsolidationHandler has it.
     */
    NETTY_BATCHED("Netty + databind, flush of 256", 0xaab4be),
    /** Netty with Jackson 2, no thread that waits. */
    NETTY_IN_LOOP("Netty + databind, in its loop", 0xaab4be),
    /** LSP4J's JSON-RPC. */
    LSP4J("LSP4J", 0xe3a857),
    /** Prepared bytes over blocking sockets. */
    BARE_SOCKETS("bare sockets", 0x7fb08a),
    /** Prepared bytes, sent back by one thread with a selector. */
    BARE_SELECTOR("bare selector", 0x7fb08a);

    private static final int BATCH = 256;

    private final String label;
    private final Color color;

    Contestant(String label, int rgb) {
        this.label = label;
        color = new Color(rgb);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Color color() {
        return color;
    }

    @Override
    public boolean standsOut() {
        return this == GDWIRE || this == GDWIRE_BLOCKING || this == GDWIRE_SELECTOR;
    }

    /**
     * Its way of sending.
     *
     * @throws IllegalStateException if it takes no part in that
     */
    OneWay oneWay() {
        return switch (this) {
            case GDWIRE -> new GdwireOneWay();
            case NETTY -> new NettyOneWay(1);
            case NETTY_BATCHED -> new NettyOneWay(BATCH);
            case LSP4J -> new Lsp4jOneWay();
            case BARE_SOCKETS -> new BareOneWay();
            default -> throw takesNoPart();
        };
    }

    /**
     * Its way of asking.
     *
     * @throws IllegalStateException if it takes no part in that
     */
    RoundTrips roundTrips() {
        return switch (this) {
            case GDWIRE -> new GdwireRoundTrips();
            case NETTY -> new NettyRoundTrips();
            case NETTY_IN_LOOP -> new NettyLoopRoundTrips();
            case LSP4J -> new Lsp4jRoundTrips();
            case BARE_SOCKETS -> new BareRoundTrips();
            default -> throw takesNoPart();
        };
    }

    /**
     * Its server for many.
     *
     * @throws IllegalStateException if it takes no part in that
     */
    ManyPeers manyPeers() {
        return switch (this) {
            case GDWIRE_BLOCKING -> GdwirePeers.blocking();
            case GDWIRE_SELECTOR -> GdwirePeers.selector();
            case BARE_SELECTOR -> new BareSelector();
            default -> throw takesNoPart();
        };
    }

    private IllegalStateException takesNoPart() {
        return new IllegalStateException(label + " takes no part in that");
    }
}
