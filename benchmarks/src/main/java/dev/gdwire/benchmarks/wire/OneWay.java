package dev.gdwire.benchmarks.wire;

import java.io.IOException;

/** A way of sending messages to another process. */
interface OneWay {
    /** Listens for one connection, and counts what comes. Gives the port. */
    int receive(Shape shape, Tally tally) throws IOException, InterruptedException;

    /** Connects to the port of a process that receives. */
    Sending connect(Shape shape, int port) throws IOException, InterruptedException;

    /** The sending end. */
    @FunctionalInterface
    interface Sending {
        /** Sends all messages; the last have left when the other side has them. */
        void send(Supply supply) throws IOException, InterruptedException;
    }
}
