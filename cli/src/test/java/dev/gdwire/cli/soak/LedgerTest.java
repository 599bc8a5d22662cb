package dev.gdwire.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gdwire.cli.soak.messages.Arrivals;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A soak is worth what its ledger sees. */
class LedgerTest {
    private final FaultLog faults = new FaultLog();
    private final Ledger ledger = new Ledger("messages", faults);

    private void come(long... numbers) {
        for (long number : numbers) {
            ledger.arrived(number, "x", "x");
        }
    }

    @Test
    void allInOrder() {
        come(1, 2, 3);
        ledger.end(3);
        assertThat(ledger.arrivals()).isEqualTo(new Arrivals(3, 0, 0, 0, 0));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void lostInTheMidstAndAtTheEnd() {
        come(1, 4);
        ledger.end(6);
        assertThat(ledger.arrivals()).isEqualTo(new Arrivals(2, 4, 0, 0, 0));
        assertThat(faults.lines())
                .containsExactly(
                        "messages: 4 came where 2 was to come",
                        "messages: none came after 4, though 6 were sent");
    }

    @Test
    void twice() {
        come(1, 2, 2, 1);
        ledger.end(2);
        assertThat(ledger.arrivals()).isEqualTo(new Arrivals(4, 0, 2, 0, 0));
        assertThat(faults.lines())
                .containsExactly(
                        "messages: 2 came again after 2", "messages: 1 came again after 2");
    }

    @Test
    void outOfOrder() {
        come(2, 1, 3, 1);
        ledger.end(3);
        assertThat(ledger.arrivals()).isEqualTo(new Arrivals(4, 0, 1, 1, 0));
    }

    @Test
    void otherContent() {
        ledger.arrived(1, "y", "x");
        assertThat(ledger.arrivals()).isEqualTo(new Arrivals(1, 0, 0, 0, 1));
        assertThat(faults.lines())
                .containsExactly("messages: 1 is not as it was sent: expected x, and y came");
    }

    @Test
    void moreThanWasSent() {
        come(1, 2);
        ledger.end(1);
        assertThat(faults.lines()).containsExactly("messages: 2 came, though only 1 were sent");
    }

    /** Whatever comes, the numbers add up: all that was sent came in order, late, or is lost. */
    @Property
    void theCountsAddUp(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 30) Integer> numbers) {
        Ledger fresh = new Ledger("messages", new FaultLog());
        numbers.forEach(number -> fresh.arrived(number, "x", "x"));
        fresh.end(30);
        Arrivals arrivals = fresh.arrivals();
        long different = numbers.stream().distinct().count();
        assertThat(arrivals.received()).isEqualTo(numbers.size());
        assertThat(arrivals.lost()).isEqualTo(30 - different);
        assertThat(arrivals.twice()).isEqualTo(numbers.size() - different);
    }
}
