package dev.gdwire.benchmarks.wire;

import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Driver;
import dev.gdwire.transport.SelectorDriver;
import java.util.function.Supplier;

/** Gdwire: a listener answers within its event. */
final class GdwirePeers implements ManyPeers {
    private final Supplier<Driver> driver;

    private GdwirePeers(Supplier<Driver> driver) {
        this.driver = driver;
    }

    /** With threads of its own for each connection. */
    static GdwirePeers blocking() {
        return new GdwirePeers(BlockingDriver::new);
    }

    /** With one thread for all. */
    static GdwirePeers selector() {
        return new GdwirePeers(SelectorDriver::open);
    }

    @Override
    public int answer(Tallies tallies) {
        return GdwireSockets.listen(
                driver.get(),
                Sender.GODOT,
                answers -> {
                    Tally tally = tallies.fresh();
                    return event -> GdwireRoundTrips.answer(event, answers, tally);
                });
    }

    @Override
    public Dialect dialect() {
        return Dialect.gdwire();
    }
}
