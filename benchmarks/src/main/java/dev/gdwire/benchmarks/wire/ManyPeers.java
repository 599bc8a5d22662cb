package dev.gdwire.benchmarks.wire;

import java.io.IOException;

/** A server for many connections, of which each has one request on its way. */
interface ManyPeers {
    /** Listens, counts the requests and answers them. Gives the port. */
    int answer(Tallies tallies) throws IOException, InterruptedException;

    /** What the peers say to it. */
    Dialect dialect();
}
