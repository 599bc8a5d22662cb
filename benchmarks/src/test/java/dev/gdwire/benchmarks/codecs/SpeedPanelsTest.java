package dev.gdwire.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.benchmarks.report.BarPanel;
import org.junit.jupiter.api.Test;

class SpeedPanelTest {
    private final Scores scores = new Scores();

    @Test
    void aPanelHasTheMessagesOfOneDirectionAndOrderAndTheLibrariesThatTookPart() {
        Contest decode = Contest.decode(Sample.SMALL, KeyOrder.SORTED);
        scores.add(decode, Library.JACKSON2, new Score(100, 0));
        scores.add(decode, Library.GDWIRE, new Score(25, 0));
        scores.add(Contest.encode(Sample.MEDIUM), Library.JACKSON2, new Score(100, 0));
        assertThat(SpeedPanels.all(scores))
                .extracting(BarPanel::title)
                .containsExactly("Encode", "Decode, keys sorted");
        BarPanel panel = SpeedPanels.all(scores).get(1);
        assertThat(panel.bars().getRowCount()).isEqualTo(2);
        assertThat(panel.bars().getValue(Library.GDWIRE, "small")).isEqualTo(4.0);
    }
}
