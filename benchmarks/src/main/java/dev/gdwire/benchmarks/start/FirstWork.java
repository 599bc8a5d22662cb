package dev.gdwire.benchmarks.start;

import dev.gdwire.benchmarks.samples.SamplesProtocol;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.benchmarks.samples.SmallRequest;
import dev.gdwire.protocol.Sender;
import dev.gdwire.transport.BlockingDriver;
import dev.gdwire.transport.Connection;
import dev.gdwire.transport.EngineOptions;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LinkOptions;
import dev.gdwire.transport.Outcome;
import dev.gdwire.transport.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a program does first, before it says that it has. */
enum FirstWork {
    /** Nothing: what the JVM itself takes. */
    NOTHING("nothing: the JVM alone") {
        @Override
        void run(int port) {
            // That is it.
        }
    },
    /** Writes a message and reads it. */
    CODEC("a message is written and read") {
        @Override
        void run(int port) {
            byte[] json = SamplesProtocol.INSTANCE.encode(MESSAGE);
            require(SamplesProtocol.INSTANCE.decode(json).equals(MESSAGE));
        }
    },
    /** Connects to the program that started it, and has a request answered. */
    CALL("a connection is made and a request answered") {
        @Override
        void run(int port) throws InterruptedException {
            CountDownLatch opened = new CountDownLatch(1);
            Connection connection =
                    new BlockingDriver()
                            .connect(
                                    "127.0.0.1",
                                    port,
                                    EngineOptions.of(
                                            Role.INITIATOR, List.of(SamplesProtocol.INSTANCE)),
                                    LinkOptions.DEFAULT,
                                    event -> {
                                        if (event instanceof Event.Opened) {
                                            opened.countDown();
                                        }
                                    });
            connection.start();
            opened.await();
            Outcome outcome = connection.call(REQUEST, Duration.ofSeconds(10));
            require(outcome.equals(new Outcome.Reply(MESSAGE)));
        }
    };

    /** What is written, read, and sent as the answer. */
    static final Small MESSAGE = new Small(7, "blue", 91.5, true);

    private static final SmallRequest REQUEST = new SmallRequest(7, "blue", 91.5, true);

    /** Whose messages the program that answers sends. */
    static final Sender ANSWERING = Sender.GODOT;

    private final String label;

    FirstWork(String label) {
        this.label = label;
    }

    /** What people call it. */
    String label() {
        return label;
    }

    /**
     * Does it.
     *
     * @param port where requests are answered
     */
    abstract void run(int port) throws InterruptedException;

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalStateException("another message came back");
        }
    }
}
