package dev.gdwire.cli.soak;

import dev.gdwire.cli.soak.Content.Stream;
import dev.gdwire.cli.soak.messages.Answer;
import dev.gdwire.cli.soak.messages.Ask;
import dev.gdwire.cli.soak.messages.Numbered;
import dev.gdwire.protocol.GdwireException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one end in Java sends, asks, and checks: a thread that sends, and one that asks. Safe for
 * use by many threads.
 */
final class Traffic {
    /**
     * How many more messages than it has received an end may have sent, so that both go on: few, so
     * that requests are many, and so many that buffers are full, by turns of so many messages.
     */
    private static final int SHORT_LEAD = 1_000;

    private static final int LONG_LEAD = 20_000;
    private static final int TURN = 25_000;

    /** How many requests of an end wait for their answers. */
    static final int IN_FLIGHT = 32;

    /** What carries it. */
    interface Line {
        void send(Numbered message);

        CompletableFuture<Answer> ask(Ask request);
    }

    private enum State {
        NEW,
        GOING,
        STOPPING
    }

    private final FaultLog faults;
    private final Content sent;
    private final Content received;
    private final Content asked;
    private final Content askedByPeer;
    private final Content answered;
    private final Content answeredByPeer;
    private final Ledger messages;
    private final Ledger requests;
    private final AtomicLong sentCount = new AtomicLong();
    private final AtomicLong askedCount = new AtomicLong();
    private final AtomicLong answeredCount = new AtomicLong();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
    private final String name;
    private volatile State state = State.NEW;
    private Thread sender = new Thread();
    private Thread asker = new Thread();

    private Traffic(String name, FaultLog faults, long seed, Stream[] streams) {
        this.name = name;
        this.faults = faults;
        sent = new Content(seed, streams[0]);
        received = new Content(seed, streams[1]);
        asked = new Content(seed, streams[2]);
        askedByPeer = new Content(seed, streams[3]);
        answered = new Content(seed, streams[4]);
        answeredByPeer = new Content(seed, streams[5]);
        messages = new Ledger("messages that " + name + " received", faults);
        requests = new Ledger("requests that " + name + " received", faults);
    }

    /** That of the Java side. */
    static Traffic ofJava(long seed, FaultLog faults) {
        return new Traffic(
                "the Java side",
                faults,
                seed,
                new Stream[] {
                    Stream.FROM_JAVA,
                    Stream.FROM_GAME,
                    Stream.ASKED_BY_JAVA,
                    Stream.ASKED_BY_GAME,
                    Stream.ANSWERED_BY_JAVA,
                    Stream.ANSWERED_BY_GAME
                });
    }

    /** That of a simulated game. */
    static Traffic ofGame(long seed, FaultLog faults) {
        return new Traffic(
                "the game",
                faults,
                seed,
                new Stream[] {
                    Stream.FROM_GAME,
                    Stream.FROM_JAVA,
                    Stream.ASKED_BY_GAME,
                    Stream.ASKED_BY_JAVA,
                    Stream.ANSWERED_BY_GAME,
                    Stream.ANSWERED_BY_JAVA
                });
    }

    /** A message of the other end's. */
    void take(Numbered message) {
        messages.arrived(message.number(), message, received.numbered(message.number()));
    }

    /** A request of the other end's. */
    Answer answer(Ask request) {
        requests.arrived(request.number(), request, askedByPeer.ask(request.number()));
        return answered.answer(request.number());
    }

    /** Begins to send and to ask. */
    void start(Line line) {
        state = State.GOING;
        sender = thread(() -> send(line), "sends");
        asker = thread(() -> ask(line), "asks");
    }

    private Thread thread(Runnable task, String what) {
        Thread thread = new Thread(task, "soak: " + name + " " + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void send(Line line) {
        try {
            while (state == State.GOING) {
                if (sentCount.get() - messages.received() >= lead(sentCount.get())) {
                    TimeUnit.MILLISECONDS.sleep(1);
                } else {
                    line.send(sent.numbered(sentCount.get() + 1));
                    sentCount.incrementAndGet();
                }
            }
        } catch (GdwireException e) {
            faults.add("%s could not send %d: %s".formatted(name, sentCount.get() + 1, e));
        } catch (InterruptedException e) {
            faults.add(name + " was interrupted while it sent");
        }
    }

    private static int lead(long sent) {
        return sent / TURN % 2 == 0 ? SHORT_LEAD : LONG_LEAD;
    }

    private void ask(Line line) {
        try {
            while (state == State.GOING) {
                inFlight.acquire();
                long number = askedCount.incrementAndGet();
                line.ask(asked.ask(number))
                        .whenComplete((answer, failure) -> completed(number, answer, failure));
            }
            inFlight.acquire(IN_FLIGHT);
        } catch (GdwireException e) {
            faults.add("%s could not ask %d: %s".formatted(name, askedCount.get(), e));
        } catch (InterruptedException e) {
            faults.add(name + " was interrupted while it asked");
        }
    }

    private void completed(long number, Answer answer, Throwable failure) {
        if (failure != null) {
            faults.add("request %d of %s failed: %s".formatted(number, name, failure));
        } else {
            answeredCount.incrementAndGet();
            Answer expected = answeredByPeer.answer(number);
            if (!answer.equals(expected)) {
                faults.add("request %d of %s".formatted(number, name), answer, expected);
            }
        }
        inFlight.release();
    }

    /** Stops both; after it {@link #awaitEnd} waits. */
    void stop() {
        state = State.STOPPING;
    }

    /** Waits until all is sent, and every request has its answer. */
    void awaitEnd() throws InterruptedException {
        sender.join();
        asker.join();
    }

    /** Whether {@link #awaitEnd} need not wait. */
    boolean hasEnded() {
        return state == State.STOPPING && !sender.isAlive() && !asker.isAlive();
    }

    /** The other end has sent so much, and no more comes. */
    void endOf(long sentByPeer, long askedByPeer) {
        messages.end(sentByPeer);
        requests.end(askedByPeer);
    }

    Ledger messages() {
        return messages;
    }

    Ledger requests() {
        return requests;
    }

    long sent() {
        return sentCount.get();
    }

    long asked() {
        return askedCount.get();
    }

    long answered() {
        return answeredCount.get();
    }
}
