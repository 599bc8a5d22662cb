package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    private static Tally tally(long... digests) {
        Tally tally = new Tally();
        for (long digest : digests) {
            tally.add(digest);
        }
        return tally;
    }

    @Test
    void theSameMessagesInTheSameOrderAreTheSame() {
        assertThat(tally(5, 7, 9).count()).isEqualTo(3);
        assertThat(tally(5, 7, 9).checksum()).isEqualTo(tally(5, 7, 9).checksum());
    }

    @Test
    void anotherOrderIsSeen() {
        assertThat(tally(5, 7, 9).checksum()).isNotEqualTo(tally(7, 5, 9).checksum());
    }

    @Test
    void anotherMessageIsSeen() {
        assertThat(tally(5, 7, 9).checksum()).isNotEqualTo(tally(5, 8, 9).checksum());
    }

    @Test
    void linesAreCountedWithTheirBytes() {
        Tally tally = new Tally();
        tally.addLines(3, 200);
        tally.addLines(0, 17);
        assertThat(tally.count()).isEqualTo(3);
        assertThat(tally.checksum()).isEqualTo(217);
    }

    @Test
    void talliesAddUp() {
        Tallies tallies = new Tallies();
        tallies.fresh().add(5);
        tallies.fresh().add(7);
        assertThat(tallies.count()).isEqualTo(2);
        assertThat(tallies.checksum()).isEqualTo(12);
    }
}
