package dev.gdwire.benchmarks.wire;

import dev.gdwire.protocol.Sender;

/** Gdwire with the blocking driver: threads of its own for each connection. */
final class GdwirePeers implements ManyPeers {
    @Override
    public int answer(Tallies tallies) {
        return GdwireSockets.listen(
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
