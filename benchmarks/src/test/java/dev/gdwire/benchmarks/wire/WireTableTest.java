package dev.gdwire.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.benchmarks.report.Rounds;
import org.junit.jupiter.api.Test;

class WireTableTest {
    private static final Contest ONE_WAY = new Contest(Kind.ONE_WAY, Shape.SMALL);
    private static final Contest ROUND_TRIP = new Contest(Kind.ROUND_TRIP, Shape.SMALL);

    private final Rounds<Contest, Contestant, Figures> rounds = new Rounds<>();

    WireTableTest() {
        rounds.add(ONE_WAY, Contestant.NETTY, new Figures(100_000, 0, 0, 10, 1_000));
        rounds.add(ONE_WAY, Contestant.GDWIRE, new Figures(1_000_000, 0, 0, 1.25, 160));
        rounds.add(ROUND_TRIP, Contestant.NETTY, new Figures(10_000, 90, 200, 100, 4_000));
        rounds.add(ROUND_TRIP, Contestant.GDWIRE, new Figures(20_000, 45, 100, 50, 800));
    }

    @Test
    void oneWayCountsMessages() {
        assertThat(new WireTable(rounds).toString())
                .contains("| small | Gdwire | 1,000,000 | - | - | 10.00 | 1.25 | 160 |\n")
                .contains("| small | LSP4J | - | - | - | - | - | - |\n");
    }

    @Test
    void roundTripsAreComparedByTheirTime() {
        assertThat(new WireTable(rounds).toString())
                .contains("| small | Gdwire | 20,000 | 45.0 | 100.0 | 2.00 | 50.00 | 800 |\n");
    }

    @Test
    void whatWasNotMeasuredHasNoTable() {
        assertThat(new WireTable(rounds).toString()).doesNotContain("1,000 connections");
    }

    @Test
    void theChartHasTheBarsOfWhatWasMeasured() {
        assertThat(WirePanels.all(rounds)).hasSize(2);
        assertThat(WirePanels.contestants(WirePanels.all(rounds)))
                .containsExactly(Contestant.GDWIRE, Contestant.NETTY);
    }
}
