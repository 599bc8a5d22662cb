package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

class LoopOutboxTest {
    private static final int LIMIT = 60;

    private EventLoop loop;
    private LoopLock lock;
    private LoopOutbox outbox;
    private StringBuilder sent;
    private StringBuilder written;
    private int asked;

    /** How often the loop has come since. */
    private int answered;

    private long now;
    private int count;

    /** Whether the loop comes when the peer takes more. */
    private boolean full;

    /** What a sender has taken and not given back. */
    private @Nullable ByteBuffer senders;

    @BeforeProperty
    void startLoop() throws IOException {
        loop = EventLoop.start("gdwire-selector-test");
    }

    @AfterProperty
    void endLoop() throws InterruptedException {
        loop.shutdown();
        loop.join();
    }

    private void begin() {
        lock = loop.newLock();
        lock.lock();
        outbox = new LoopOutbox(lock, loop, LIMIT, () -> now, () -> asked++);
        sent = new StringBuilder();
        written = new StringBuilder();
        senders = null;
        count = 0;
        asked = 0;
        answered = 0;
        full = false;
        now = 0;
    }

    /**
     * A sender, and the loop in its turns and when it was asked or the peer takes more; either
     * writes some or all. Whenever something waits that nobody writes, the loop must come.
     */
    @Property
    void everyByteIsWrittenOnceAndInOrder(@ForAll List<@IntRange(min = 0, max = 8) Integer> steps) {
        begin();
        for (int step : steps) {
            assertThat(outbox.hasRoom()).isEqualTo(sent.length() - written.length() < LIMIT);
            switch (step) {
                case 0, 1 -> send();
                case 2 -> senders = senders == null ? null : giveBack(senders, 100);
                case 3 -> senders = senders == null ? null : giveBack(senders, 3);
                case 4 -> turn(100);
                case 5 -> turn(3);
                case 6 -> comeIfAsked(100);
                case 7 -> comeIfAsked(3);
                default -> sendOfRow();
            }
            boolean waits = sent.length() > written.length();
            assertThat(waits && senders == null && answered == asked && !full)
                    .as("something waits, and nobody comes")
                    .isFalse();
        }
        assertThat(outbox.isDrained()).isFalse();
        outbox.end();
        while (senders != null) {
            senders = giveBack(senders, 100);
        }
        while (!outbox.isDrained()) {
            flush(100);
        }
        assertThat(written).hasToString(sent.toString());
    }

    private void send() {
        if (outbox.hasRoom()) {
            add();
        }
        ByteBuffer batch = senders == null ? outbox.takeAtOnce() : null;
        senders = batch == null ? senders : batch;
    }

    private void sendOfRow() {
        if (outbox.hasRoom()) {
            add();
        }
        now++;
        ByteBuffer batch = senders == null ? outbox.takeOfRow() : null;
        senders = batch == null ? senders : batch;
    }

    private void comeIfAsked(int most) {
        if (asked > answered || full) {
            answered = asked;
            flush(most);
        }
    }

    private void add() {
        byte[] line = ("line " + count++ + "\n").getBytes(StandardCharsets.US_ASCII);
        outbox.lines().raw(line);
        assertThat(outbox.answered(line.length) || !outbox.hasRoom()).isTrue();
        sent.append(new String(line, StandardCharsets.US_ASCII));
    }

    private @Nullable ByteBuffer giveBack(ByteBuffer batch, int most) {
        write(batch, most);
        return outbox.wrote(batch, most > 3);
    }

    private void turn(int most) {
        outbox.turn();
        if (outbox.hasRoom()) {
            add();
            add();
        }
        ByteBuffer lines = outbox.endOfTurn();
        if (lines != null) {
            write(lines, most);
            if (lines.hasRemaining()) {
                outbox.keep(lines);
                full = true;
            }
            loop.clearLines();
        }
    }

    private void flush(int most) {
        ByteBuffer batch = outbox.takeForLoop();
        full = false;
        if (batch != null) {
            write(batch, most);
            full = outbox.wroteInLoop(batch);
        }
    }

    private void write(ByteBuffer batch, int most) {
        for (int i = 0; i < most && batch.hasRemaining(); i++) {
            written.append((char) batch.get());
        }
    }

    @Property(tries = 1)
    void aRowIsLeftToTheLoop() {
        begin();
        for (int i = 0; i < 16; i++) {
            add();
            now = i;
            ByteBuffer batch = outbox.takeOfRow();
            assertThat(batch).isNotNull();
            write(batch, 100);
            assertThat(outbox.wrote(batch, true)).isNull();
        }
        int before = asked;
        add();
        assertThat(outbox.takeOfRow()).isNull();
        assertThat(asked).isEqualTo(before + 1);
        flush(100);
        outbox.turn();
        assertThat(outbox.endOfTurn()).isNull();
        add();
        assertThat(outbox.takeOfRow()).isNotNull();
    }

    @Property(tries = 1)
    void whatIsAbandonedIsForgotten() {
        begin();
        add();
        ByteBuffer batch = outbox.takeAtOnce();
        assertThat(batch).isNotNull();
        assertThat(outbox.wrote(batch, true)).isNull();
        assertThat(outbox.takeForLoop()).isNotNull();
        add();
        outbox.abandon();
        assertThat(outbox.hasRoom()).isTrue();
        assertThat(outbox.takeForLoop()).isNull();
    }
}
