package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoreTableTest {
    private static final Contest ENCODE = Contest.encode(Sample.SMALL);
    private static final Contest DECODE = Contest.decode(Sample.DOUBLES, KeyOrder.SCHEMA);

    private final Scores scores = new Scores();

    ScoreTableTest() {
        scores.add(DECODE, Library.JACKSON2, new Score(1000, 2000));
        scores.add(DECODE, Library.GDWIRE, new Score(300, 500));
        scores.add(ENCODE, Library.JACKSON2, new Score(210.4, 592));
        scores.add(ENCODE, Library.GDWIRE_IN_PLACE, new Score(52.6, 0.001));
    }

    @Test
    void rowsAreContestsInTheirOrderAndFiguresRelateToJackson2() {
        assertThat(new ScoreTable(scores).toString())
                .contains(
                        """
                        | Message | Direction | Keys | Gdwire | Gdwire, in place | Gdwire, packed: base64 | \
                        Gdwire, packed: blob | Jackson 2, ns | \
                        Jackson 3 | fastjson2 | dsl-json | avaje-jsonb |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | small | encode |  | - | 4.00 | - | - | 210 | - | - | - | - |
                        | 1,000 doubles | decode | as in the schema | 3.33 | - | - | - | 1000 | - | - | - | - |
                        """);
    }

    @Test
    void allocatedBytesHaveATableOfTheirOwn() {
        assertThat(new ScoreTable(scores).toString())
                .contains(
                        """
                        | small | encode |  | - | 0 | - | - | 592 | - | - | - | - |
                        | 1,000 doubles | decode | as in the schema | 500 | - | - | - | 2000 | - | - | - | - |
                        """);
    }

    @Test
    void theCircumstancesStandAbove() {
        assertThat(new ScoreTable(scores).toString().lines().findFirst())
                .hasValueSatisfying(
                        line ->
                                assertThat(line)
                                        .startsWith("Measured 20")
                                        .contains("Java " + Runtime.version())
                                        .matches(".* fastjson2-\\d.*, dsl-json-\\d.*"));
    }
}
