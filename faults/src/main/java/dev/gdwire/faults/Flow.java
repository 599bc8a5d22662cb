package dev.gdwire.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** One direction of a connection, on a thread of its own. */
final class Flow implements Runnable {
    private static final int READ_BYTES = 16 * 1024;
    private static final long GATHERING_NANOS = 2_000_000;

    private final Link link;
    private final Direction direction;
    private final InputStream in;
    private final OutputStream out;
    private final FaultScript script;
    private final byte[] bytes = new byte[READ_BYTES];
    private FaultScript.Step next;

    /** How many bytes go before the next fault. */
    private long left;

    private int splitting;
    private int delaying;
    private long delayNanos;
    private int gathering;
    private byte[] gathered = new byte[0];

    Flow(Link link, Direction direction, InputStream in, OutputStream out, FaultScript script) {
        this.link = link;
        this.direction = direction;
        this.in = in;
        this.out = out;
        this.script = script;
        next = script.next();
        left = next.after();
    }

    @Override
    public void run() {
        try {
            int length = read();
            while (length >= 0) {
                // After a cut, what still comes is read, so that the peers meet an end and no
                // reset.
                if (!link.isCut()) {
                    move(length);
                }
                length = read();
            }
            link.ended(direction);
        } catch (IOException e) {
            // One end has hung up, or this proxy has: so it is over for the other one too.
            link.hangUp();
        } catch (InterruptedException e) {
            link.hangUp();
        } finally {
            link.finished();
        }
    }

    private int read() throws IOException, InterruptedException {
        if (gathered.length > 0) {
            if (in.available() == 0) {
                link.pause(GATHERING_NANOS);
            }
            if (in.available() == 0 || gathering == 0) {
                writeGathered();
            }
        }
        int length = in.read(bytes);
        if (length < 0) {
            writeGathered();
        }
        return length;
    }

    private void move(int length) throws IOException, InterruptedException {
        int start = 0;
        while (start < length && !link.isCut()) {
            link.awaitRelease();
            if (link.isPassing()) {
                writeGathered();
                write(start, length - start);
                return;
            }
            int count = (int) Math.min(length - start, left);
            if (count > 0) {
                style(start, count);
                start += count;
                left -= count;
            } else {
                happen(start);
            }
        }
    }

    /** The byte that the next fault is about is the one at the place. */
    private void happen(int place) throws IOException, InterruptedException {
        FaultScript.Step step = next;
        switch (step.fault()) {
            case CUT -> {
                writeGathered();
                link.cut();
                return;
            }
            case RESET -> {
                writeGathered();
                link.reset();
                return;
            }
            case STALL -> link.pause(step.nanos());
            case DELAY -> {
                delaying = step.bytes();
                delayNanos = step.nanos();
            }
            case SPLIT -> splitting = step.bytes();
            case COALESCE -> gathering = step.bytes();
            case CORRUPT -> bytes[place] ^= (byte) step.mask();
            case REFUSE, BLACKHOLE ->
                    throw new IllegalStateException("no fault of bytes: " + step.fault());
        }
        link.count(step.fault());
        next = script.next();
        // Past the byte in question: two faults in one place would be one.
        left = next.after() == Long.MAX_VALUE ? next.after() : next.after() + 1;
    }

    /** Writes bytes in the way that earlier faults have left. */
    private void style(int start, int length) throws IOException, InterruptedException {
        int done = 0;
        while (done < length && !link.isCut()) {
            int rest = length - done;
            int count;
            if (gathering > 0) {
                count = Math.min(rest, gathering);
                gather(start + done, count);
                gathering -= count;
            } else if (splitting > 0) {
                count = 1;
                splitting--;
                writeGathered();
                write(start + done, 1);
            } else {
                count = delaying > 0 ? Math.min(rest, delaying) : rest;
                if (delaying > 0) {
                    delaying -= count;
                    link.pause(delayNanos);
                }
                writeGathered();
                write(start + done, count);
            }
            done += count;
        }
    }

    private void gather(int start, int count) {
        int before = gathered.length;
        gathered = Arrays.copyOf(gathered, before + count);
        System.arraycopy(bytes, start, gathered, before, count);
    }

    private void writeGathered() throws IOException {
        if (gathered.length > 0 && !link.isCut()) {
            out.write(gathered);
            link.count(direction, gathered.length);
        }
        gathered = new byte[0];
    }

    private void write(int start, int length) throws IOException {
        if (!link.isCut()) {
            out.write(bytes, start, length);
            link.count(direction, length);
        }
    }
}
