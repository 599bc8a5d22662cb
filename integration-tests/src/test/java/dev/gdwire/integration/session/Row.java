package dev.gdwire.integration.session;

import dev.gdwire.integration.siege.Answer;
import dev.gdwire.integration.siege.Ask;
import dev.gdwire.integration.siege.Echo;
import dev.gdwire.integration.siege.Load;
import dev.gdwire.protocol.FloatList;
import dev.gdwire.protocol.FromJava;
import dev.gdwire.protocol.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The row of numbered messages that each side of a test sends; the game makes the same. */
final class Row {
    private static final int EACH_BLOB = 29;
    private static final int EACH_REQUEST = 40;
    private static final int FLOATS = 300;
    private static final int LENGTHS = 997;
    private static final Duration LONG = Duration.ofMinutes(2);

    /** A way to a game. */
    interface Side {
        void send(FromJava message);

        CompletableFuture<Answer> request(Ask ask, Duration timeout);
    }

    private final AtomicReference<String> fault = new AtomicReference<>();
    private volatile long count;

    static FromJava message(long number) {
        return number % EACH_BLOB == 0
                ? Load.of().withPacked(floats(number))
                : new Echo(text(number));
    }

    private static String text(long number) {
        int length = (int) (number * number % LENGTHS);
        return number + ":" + Character.toString('a' + (int) (number % 26)).repeat(length);
    }

    private static FloatList floats(long number) {
        float[] floats = new float[FLOATS];
        Arrays.fill(floats, number);
        return FloatList.of(floats);
    }

    /** Sends a row, with requests between, and waits for all their answers. */
    static void send(Side side, long length) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (long i = 0; i < length; i++) {
            side.send(message(i));
            if (i % EACH_REQUEST == 0) {
                long number = i;
                CompletableFuture<Answer> answer = side.request(new Ask(number), LONG);
                all = CompletableFuture.allOf(all, answer.thenAccept(got -> check(got, number)));
            }
        }
        all.join();
    }

    private static void check(Answer answer, long number) {
        if (answer.n() != number + 1) {
            throw new AssertionError(number + " was answered with " + answer.n());
        }
    }

    /** Takes the next message of the row that comes. */
    void accept(Message message) {
        Message expected = (Message) message(count);
        if (!message.equals(expected)) {
            String text = "message %d is %s".formatted(count, message);
            fault.compareAndSet(null, text.substring(0, Math.min(100, text.length())));
        }
        count++;
    }

    /** How many have come. */
    long count() {
        return count;
    }

    /** What was wrong first. */
    Optional<String> fault() {
        return Optional.ofNullable(fault.get());
    }
}
