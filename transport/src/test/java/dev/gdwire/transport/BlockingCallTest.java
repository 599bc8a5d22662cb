package dev.gdwire.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With the blocking driver, a thread that waits in a call reads itself. */
class BlockingCallTest extends CallContract {
    BlockingCallTest() {
        super(TestDriver.blocking());
    }

    @Test
    void callerReadsWhatComesBeforeItsReply() throws Exception {
        Thread reader = null;
        for (int i = 0; reader != Thread.currentThread(); i++) {
            FutureTask<Void> answer = answerNext(new Toy.Moved(i));
            assertThat(client.call(new Toy.Ask(i), LONG)).isEqualTo(reply(i));
            answer.get();
            // Whether the caller had the right in time is up to the scheduler: soon it has.
            reader = deliveredBy.get();
            assertThat(java.next()).isEqualTo(new Event.Received(new Toy.Moved(i)));
        }
    }

    @Test
    void callersAndAnswersNeedNoWriter() throws Exception {
        BlockingQueue<Connection> answering = new LinkedBlockingQueue<>();
        ConnectionListener answers =
                event -> {
                    if (event instanceof Event.RequestReceived request) {
                        answering.element().reply(request.id(), new Toy.Answer(1));
                    }
                };
        try (Listener other =
                        Listener.open(
                                "127.0.0.1",
                                0,
                                socket -> {
                                    Connection connection =
                                            new BlockingDriver()
                                                    .over(
                                                            socket,
                                                            GODOT,
                                                            LinkOptions.DEFAULT,
                                                            answers);
                                    answering.add(connection);
                                    connection.start();
                                },
                                problem -> {
                                    throw new AssertionError(problem);
                                });
                Connection asking =
                        new BlockingDriver()
                                .connect(
                                        "127.0.0.1",
                                        other.port(),
                                        JAVA,
                                        LinkOptions.DEFAULT,
                                        java)) {
            asking.start();
            java.next(Event.Opened.class);
            long before = waitsOfWriters();
            for (int i = 0; i < 1_000; i++) {
                assertThat(asking.call(new Toy.Ask(i), LONG)).isEqualTo(reply(1));
            }
            assertThat(waitsOfWriters() - before).isLessThan(20);
            answering.element().close();
        }
    }

    /** How often all writers together have waited for something to write. */
    private static long waitsOfWriters() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith("gdwire-writer-"))
                .mapToLong(ThreadInfo::getWaitedCount)
                .sum();
    }
}
