package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContestTest {
    @Test
    void everyMessageIsWrittenAndReadInEveryOrderThatDiffers() {
        assertThat(Contest.all())
                .doesNotHaveDuplicates()
                .hasSize(5 + 5 + 3 + 3)
                .contains(Contest.decode(Sample.DOUBLES, KeyOrder.SCHEMA))
                .doesNotContain(Contest.decode(Sample.DOUBLES, KeyOrder.SORTED));
    }

    @Test
    void allWrite() {
        assertThat(Contest.encode(Sample.FLOATS).libraries()).containsExactly(Library.values());
        assertThat(Contest.encode(Sample.DOUBLES).libraries())
                .containsExactlyElementsOf(Library.charted());
    }

    @Test
    void packedNumbersTakePartAmongFloats() {
        assertThat(Contest.decode(Sample.FLOATS, KeyOrder.SCHEMA).libraries())
                .contains(Library.GDWIRE_BASE64, Library.GDWIRE_BLOB);
        assertThat(Contest.decode(Sample.SMALL, KeyOrder.SCHEMA).libraries())
                .doesNotContain(Library.GDWIRE_BASE64, Library.GDWIRE_BLOB);
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
