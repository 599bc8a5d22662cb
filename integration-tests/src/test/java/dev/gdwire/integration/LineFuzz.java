package dev.gdwire.integration;

import dev.gdwire.integration.rich.RichMessage;
import dev.gdwire.integration.rich.RichProtocol;
import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.json.Blobs;
import dev.gdwire.transport.Event;
import dev.gdwire.transport.LineDecoder;
import dev.gdwire.transport.LineSink;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Feeds damaged bytes to two engines, of which one reads messages without trees and the other from
 * trees, each cut in its own way, and looks that
 *
 * <ul>
 *   <li>nothing is thrown, and nothing takes long;
 *   <li>both say and answer the same;
 *   <li>each line becomes one thing: a message, an answer, a problem;
 *   <li>what was read is equal to what is read of what is written of it;
 *   <li>a good line that follows is taken.
 * </ul>
 */
final class LineFuzz {
    private static final byte[] GOOD = FuzzCorpus.bytes("\n{\"type\":\"packs\"}\n");

    /** Ends whatever a damaged header of a blob has begun. */
    private static final byte[] FILLER = new byte[2 * FuzzSide.FRAME];

    /** A blob of so many bytes swallows more than the filler. */
    static final Pattern LARGE_BLOB = Pattern.compile("#[0-9]{4}");

    /** After so many turns the engines are new ones. */
    private static final int TURNS_OF_A_SIDE = 500;

    private static final int FRAMES_OF_A_REPORT = 250_000;

    /** Of the processor; a turn takes some hundred microseconds. */
    private static final Duration MOST_FOR_500_TURNS = Duration.ofSeconds(20);

    private final FuzzMutator mutator;
    private final PrintStream log;
    private FuzzSide direct;
    private FuzzSide trees;
    private FuzzSide.Peer peer;
    private byte[] bytes = {};
    private long frames;
    private long messages;
    private long problems;

    LineFuzz(PrintStream log) throws IOException {
        this.log = log;
        Arrays.fill(FILLER, (byte) ' ');
        mutator = new FuzzMutator(new FuzzCorpus());
        start(FuzzSide.Peer.WITH_BLOBS);
    }

    /**
     * Feeds so many frames: damaged lines, counted as a decoder cuts them. The same ones for the
     * same seed.
     */
    void run(long wanted, long seed) {
        long started = System.nanoTime();
        long reported = 0;
        for (long block = seed; frames < wanted; block++) {
            try {
                runBlock(block);
            } catch (RuntimeException | AssertionError | StackOverflowError fault) {
                throw new AssertionError(
                        "-Dfuzz.seed=%d -Dfuzz.frames=1 does it again; the last bytes: %s"
                                .formatted(block, text(bytes)),
                        fault);
            }
            if (frames - reported >= FRAMES_OF_A_REPORT) {
                reported = frames;
                report(wanted, System.nanoTime() - started);
            }
        }
        report(wanted, System.nanoTime() - started);
    }

    private void report(long wanted, long nanos) {
        Runtime runtime = Runtime.getRuntime();
        log.printf(
                "fuzz: %,d of %,d frames, %,d messages, %,d problems, %d s, %d MB of heap in use%n",
                frames,
                wanted,
                messages,
                problems,
                Duration.ofNanos(nanos).toSeconds(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private void runBlock(long seed) {
        Random random = new Random(seed);
        int kind = random.nextInt(5);
        start(
                kind < 2
                        ? FuzzSide.Peer.WITH_BLOBS
                        : kind < 4 ? FuzzSide.Peer.WITHOUT_BLOBS : FuzzSide.Peer.PLAIN);
        long started = processorNanos();
        for (int i = 0; i < TURNS_OF_A_SIDE; i++) {
            bytes = mutator.bytes(random);
            take(random);
        }
        long taken = processorNanos() - started;
        require(taken < MOST_FOR_500_TURNS.toNanos(), () -> "500 turns took " + taken + " ns");
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Takes bytes that are given, and looks at it in the same way. */
    void take(FuzzSide.Peer given, byte[] unit, Random random) {
        start(given);
        bytes = FuzzMutator.line(unit);
        take(random);
    }

    private void start(FuzzSide.Peer one) {
        peer = one;
        direct = new FuzzSide(RichProtocol.INSTANCE, one);
        trees = new FuzzSide(new TreesOnly<>(RichProtocol.INSTANCE), one);
    }

    private void take(Random random) {
        direct.feed(bytes, random);
        trees.feed(bytes, random);
        FuzzSide.Result result = direct.take();
        checkSame(result, trees.take());
        checkCount(result);
        result.events().forEach(this::check);
        boolean mayBeInside = peer == FuzzSide.Peer.WITH_BLOBS && contains(bytes, '#');
        boolean staysInside = mayBeInside && LARGE_BLOB.matcher(text(bytes)).find();
        if (direct.isClosed() || staysInside) {
            start(peer);
            return;
        }
        if (mayBeInside) {
            direct.feed(FILLER, null);
            trees.feed(FILLER, null);
        }
        checkGoodLine(mayBeInside);
    }

    private void checkGoodLine(boolean afterFiller) {
        direct.feed(GOOD, null);
        trees.feed(GOOD, null);
        FuzzSide.Result result = direct.take();
        checkSame(result, trees.take());
        int count = result.events().size();
        require(count == 1 || afterFiller && count > 0, () -> "a good line: " + result);
        Event last = result.events().get(count - 1);
        require(
                last instanceof Event.Received || last instanceof Event.PlainReceived,
                () -> "a good line became " + last);
    }

    private static void checkSame(FuzzSide.Result one, FuzzSide.Result other) {
        require(one.equals(other), () -> "without trees: " + one + "\nfrom trees: " + other);
    }

    /** Units that are not empty, each of which must become something, and but one event. */
    private void checkCount(FuzzSide.Result result) {
        Units units = new Units();
        LineDecoder decoder = new LineDecoder(FuzzSide.FRAME, units);
        if (peer == FuzzSide.Peer.WITH_BLOBS) {
            decoder.acceptBlobs();
        }
        decoder.feed(bytes, 0, bytes.length);
        frames += units.count;
        require(
                result.events().size() <= units.count + (direct.isClosed() ? 1 : 0),
                () -> units.count + " lines became " + result);
        boolean maySayNothing = direct.isClosed() || text(bytes).contains("fingerprints");
        require(
                maySayNothing || result.most() >= units.count,
                () -> units.count + " lines became only " + result);
    }

    private void check(Event event) {
        if (event instanceof Event.Received received) {
            check((RichMessage) received.message());
        } else if (event instanceof Event.RequestReceived request) {
            check((RichMessage) request.request());
        } else if (event instanceof Event.ProblemEvent problem) {
            problems++;
            require(problem.problem().cause() == null, () -> "a fault: " + problem);
        }
    }

    private void check(RichMessage message) {
        messages++;
        byte[] json = RichProtocol.INSTANCE.encode(message);
        try {
            require(
                    RichProtocol.INSTANCE.decode(json).equals(message),
                    () -> "not equal when read again");
        } catch (DecodeException fault) {
            throw new AssertionError("cannot be read again: " + text(json), fault);
        }
        require(!contains(json, '\n'), () -> "a newline in what was written");
    }

    private static boolean contains(byte[] all, char sign) {
        for (byte each : all) {
            if (each == sign) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] all) {
        return new String(all, StandardCharsets.ISO_8859_1);
    }

    private static void require(boolean fits, Supplier<String> what) {
        if (!fits) {
            throw new AssertionError(what.get());
        }
    }

    /** Counts what a decoder finds. */
    private static final class Units implements LineSink {
        private int count;

        @Override
        public void line(byte[] bytes, int offset, int length) {
            count++;
        }

        @Override
        public void lineWithBlobs(byte[] bytes, int offset, int length, Blobs blobs) {
            count++;
        }

        @Override
        public void malformed(String reason) {
            count++;
        }

        @Override
        public void tooLong(long lengthSoFar, int limit) {
            count++;
        }

        @Override
        public void truncated(byte[] bytes, int offset, int length) {
            throw new AssertionError("the stream goes on");
        }
    }

    static List<FuzzSide.Peer> peers() {
        return List.of(FuzzSide.Peer.values());
    }
}
