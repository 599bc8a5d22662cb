package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContestTest {
    @Test
    void everyMessageIsWrittenAndReadInEveryOrderThatDiffers() {
        assertThat(Contest.all())
                .doesNotHaveDuplicates()
                .hasSize(4 + 4 + 3 + 3)
                .contains(Contest.decode(Sample.DOUBLES, KeyOrder.SCHEMA))
                .doesNotContain(Contest.decode(Sample.DOUBLES, KeyOrder.SORTED));
    }

    @Test
    void allWrite() {
        assertThat(Contest.encode(Sample.DOUBLES).libraries()).containsExactly(Library.values());
    }

    @Test
    void readingHasNoPlaceAndNoneReadsWhatItGetsWrong() {
        assertThat(Contest.decode(Sample.SMALL, KeyOrder.SCHEMA).libraries())
                .doesNotContain(Library.GDWIRE_IN_PLACE)
                .contains(Library.AVAJE_JSONB);
        assertThat(Contest.decode(Sample.DOUBLES, KeyOrder.SCHEMA).libraries())
                .doesNotContain(Library.AVAJE_JSONB)
                .contains(Library.JACKSON2);
    }
}
