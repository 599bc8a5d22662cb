package dev.gdwire.transport.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WriterOutboxTest {
    private static final int LIMIT = 200;

    private final ConnectionLock lock = new SpinningLock();
    private final StringBuilder sent = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private long now = 1_000_000_000;
    private WriterOutbox outbox = new WriterOutbox(lock, LIMIT, () -> now);
    private int count;

    /** Whether the writer was asked and has not come yet. */
    private boolean asked;

    @BeforeEach
    void hold() {
        lock.lock();
    }

    /**
     * A sender and the writer, who both write some of what they take. The writer comes only when it
     * was asked, and so it must be whenever something waits that nobody writes.
     */
    @Property
    void everyByteIsWrittenOnceAndInOrder(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 5) Integer> steps)
            throws InterruptedException {
        hold();
        outbox =
                new WriterOutbox(lock, LIMIT, () -> now) {
                    @Override
                    void askDriver() {
                        super.askDriver();
                        asked = true;
                    }
                };
        ByteBuffer senders = null;
        ByteBuffer writers = null;
        for (int step : steps) {
            boolean hadRoom = outbox.hasRoom();
            assertThat(hadRoom).isEqualTo(sent.length() - written.length() < LIMIT);
            switch (step) {
                case 0, 1 -> {
                    if (hadRoom) {
                        add();
                    }
                    ByteBuffer batch = senders == null ? takenBySender(step) : null;
                    assertThat(batch == null || writers == null).isTrue();
                    senders = batch == null ? senders : batch;
                }
                case 2, 3 -> senders = senders == null ? null : writeAsSender(senders, step == 2);
                default -> {
                    if (writers != null || asked && senders == null) {
                        asked = false;
                        boolean waits = sent.length() > written.length();
                        writers = waits ? writeAsWriter(writers, step == 4) : null;
                        if (!waits) {
                            outbox.driverRests();
                        }
                    }
                }
            }
            boolean waits = sent.length() > written.length();
            assertThat(waits && senders == null && writers == null && !asked)
                    .as("something waits, and nobody comes")
                    .isFalse();
        }
        while (senders != null) {
            senders = writeAsSender(senders, true);
        }
        while (sent.length() > written.length()) {
            writers = writeAsWriter(writers, true);
        }
        assertThat(written).hasToString(sent.toString());
    }

    private @Nullable ByteBuffer takenBySender(int step) {
        return step == 0 ? row() : outbox.takeAtOnce();
    }

    private @Nullable ByteBuffer row() {
        now++;
        return outbox.takeOfRow();
    }

    private @Nullable ByteBuffer rowAfter(long nanos) {
        now += nanos;
        return outbox.takeOfRow();
    }

    private void add() {
        String line = "line " + count++ + "\n";
        outbox.lines().raw(line.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        outbox.added(line.length());
        sent.append(line);
    }

    private @Nullable ByteBuffer writeAsSender(ByteBuffer batch, boolean all) {
        write(batch, all);
        return outbox.wrote(batch, all);
    }

    /** The writer never waits here: there is something to write. */
    private @Nullable ByteBuffer writeAsWriter(@Nullable ByteBuffer before, boolean all)
            throws InterruptedException {
        if (before != null) {
            write(before, all);
            if (!before.hasRemaining() && sent.length() == written.length()) {
                // Nothing is left: it would wait. Its batch goes back in the other way.
                return outbox.wrote(before, false);
            }
        }
        return outbox.next(before);
    }

    private void write(ByteBuffer batch, boolean all) {
        int length = all ? batch.remaining() : Math.min(3, batch.remaining());
        for (int i = 0; i < length; i++) {
            written.append((char) batch.get());
        }
    }

    @Test
    void aLoneLineIsWrittenByItsSender() {
        for (int i = 0; i < 100; i++) {
            add();
            ByteBuffer batch = rowAfter(1_000_000);
            assertThat(batch).isNotNull();
            write(batch, true);
            assertThat(outbox.wrote(batch, true)).isNull();
        }
        assertThat(written).hasToString(sent.toString());
    }

    @Test
    void aRowIsLeftToTheWriter() throws InterruptedException {
        int alone = 0;
        for (ByteBuffer batch = null; batch != null || alone == 0; ) {
            add();
            batch = rowAfter(1_000);
            if (batch != null) {
                alone++;
                write(batch, true);
                now += 1_000_000; // So long does a slow machine take to write.
                assertThat(outbox.wrote(batch, true)).isNull();
            }
        }
        assertThat(alone).isEqualTo(16);
        add();
        assertThat(outbox.takeOfRow()).isNull();
        ByteBuffer all = outbox.next(null);
        assertThat(all).isNotNull();
        assertThat(all.remaining()).isEqualTo(2 * "line 16\n".length());
        write(all, true);
        assertThat(outbox.wrote(all, true)).isNull();
    }

    @Test
    void aGapDoesNotEndALongRow() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            add();
            ByteBuffer batch = rowAfter(1_000);
            if (batch != null) {
                write(batch, true);
                assertThat(outbox.wrote(batch, true)).isNull();
            }
        }
        writeAll();
        add();
        assertThat(rowAfter(1_000_000)).isNull();
        writeAll();
        add();
        assertThat(rowAfter(1_000)).isNull();
        int gaps = 1;
        writeAll();
        add();
        while (rowAfter(1_000_000) == null) {
            gaps++;
            writeAll();
            add();
        }
        assertThat(gaps).isEqualTo(2);
    }

    /** As the writer does it, which then waits for more. */
    private void writeAll() throws InterruptedException {
        ByteBuffer batch = outbox.next(null);
        assertThat(batch).isNotNull();
        write(batch, true);
        outbox.done();
        outbox.driverRests();
    }

    /** The writer was asked, but another thread was sooner: it finds nothing when it comes. */
    @Test
    void aRowThatAnotherThreadTookIsNotLeftToTheWriter() {
        for (int i = 0; i <= 16; i++) {
            add();
            ByteBuffer batch = rowAfter(1_000);
            assertThat(batch == null).isEqualTo(i == 16);
            if (batch != null) {
                write(batch, true);
                assertThat(outbox.wrote(batch, true)).isNull();
            }
        }
        ByteBuffer another = outbox.takeAtOnce();
        assertThat(another).isNotNull();
        write(another, true);
        assertThat(outbox.wrote(another, true)).isNull();
        add();
        assertThat(rowAfter(1_000_000_000)).isNotNull();
    }

    @Test
    void whatIsTakenAtOnceIsNoRow() {
        for (int i = 0; i < 100; i++) {
            assertThat(outbox.takeAtOnce()).isNull();
            add();
            ByteBuffer batch = outbox.takeAtOnce();
            assertThat(batch).isNotNull();
            write(batch, true);
            assertThat(outbox.wrote(batch, true)).isNull();
        }
        add();
        assertThat(outbox.takeOfRow()).isNotNull();
    }

    @Test
    void whatThePeerSaysEndsARow() {
        for (int i = 0; i < 100; i++) {
            add();
            ByteBuffer batch = rowAfter(1_000);
            assertThat(batch).isNotNull();
            write(batch, true);
            assertThat(outbox.wrote(batch, true)).isNull();
            outbox.endRow();
        }
    }

    @Test
    void afterTheEndWhatWaitsIsWrittenAndNoMoreTaken() throws InterruptedException {
        add();
        outbox.end();
        outbox.lines().raw(new byte[] {'x'});
        outbox.added(1);
        assertThat(outbox.hasRoom()).isTrue();
        ByteBuffer batch = outbox.next(null);
        assertThat(batch).isNotNull();
        write(batch, true);
        assertThat(outbox.next(batch)).isNull();
        assertThat(written).hasToString(sent.toString());
    }

    @Test
    void answersAreCountedUntilTheyAreTaken() {
        outbox.lines().raw(new byte[LIMIT]);
        assertThat(outbox.answered(LIMIT)).isTrue();
        outbox.lines().raw(new byte[1]);
        assertThat(outbox.answered(1)).isFalse();
        assertThat(outbox.takeAtOnce()).isNotNull();
        outbox.lines().raw(new byte[1]);
        assertThat(outbox.answered(1)).isTrue();
    }

    @Test
    void whatIsAbandonedIsForgotten() throws InterruptedException {
        add();
        ByteBuffer batch = outbox.takeAtOnce();
        assertThat(batch).isNotNull();
        assertThat(outbox.wrote(batch, true)).isNull();
        add();
        outbox.abandon();
        assertThat(outbox.next(null)).isNull();
    }
}
