package dev.gdwire.benchmarks.wire;

import java.io.IOException;

/** What one process has the other do. */
@FunctionalInterface
interface Load {
    /** How many connections there are where there are many. */
    int CONNECTIONS = 1_000;

    /** Sends for so long. What was sent may still be on its way then; nothing that was asked is. */
    void runFor(long nanos) throws IOException, InterruptedException;

    /** Connects to the process of a contestant that listens. */
    static Load connect(
            Contest contest, Contestant contestant, int port, Tallies tallies, LatencyLog latencies)
            throws IOException, InterruptedException {
        return switch (contest.kind()) {
            case ONE_WAY -> oneWay(contest.shape(), contestant.oneWay(), port, tallies);
            case ROUND_TRIP ->
                    roundTrips(contest.shape(), contestant.roundTrips(), port, tallies, latencies);
            case CONNECTIONS ->
                    new Swarm(
                                    CONNECTIONS,
                                    port,
                                    contestant.manyPeers().dialect(),
                                    tallies,
                                    latencies)
                            ::runFor;
        };
    }

    private static Load oneWay(Shape shape, OneWay oneWay, int port, Tallies tallies)
            throws IOException, InterruptedException {
        Supply supply = new Supply(shape, tallies.fresh());
        OneWay.Sending sending = oneWay.connect(shape, port);
        return nanos -> {
            supply.startFor(nanos);
            sending.send(supply);
        };
    }

    private static Load roundTrips(
            Shape shape, RoundTrips roundTrips, int port, Tallies tallies, LatencyLog latencies)
            throws IOException, InterruptedException {
        Calls calls = new Calls(roundTrips.digests(shape), tallies.fresh(), latencies);
        RoundTrips.Caller caller = roundTrips.connect(shape, port);
        return nanos -> {
            calls.startFor(nanos);
            caller.call(calls);
        };
    }
}
