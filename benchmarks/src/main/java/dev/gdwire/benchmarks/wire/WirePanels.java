package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.report.BarPanel;
import dev.gdwire.benchmarks.report.Rounds;
import java.util.Arrays;
import java.util.List;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars for each way in which messages travel: a group for each message. */
final class WirePanels {
    /** A sentence on what has no bars. */
    static final String LEFT_OUT =
            "Prepared bytes one way have no bar: they are so much quicker that nothing else could"
                    + " be told apart.";

    private WirePanels() {}

    /** Who has bars in some of these. */
    static List<Contestant> contestants(List<BarPanel> panels) {
        return Arrays.stream(Contestant.values())
                .filter(
                        one ->
                                panels.stream()
                                        .anyMatch(panel -> panel.bars().getRowIndex(one) >= 0))
                .toList();
    }

    /** A panel for each of which something was measured. */
    static List<BarPanel> all(Rounds<Contest, Contestant, Figures> rounds) {
        return Arrays.stream(Kind.values())
                .filter(kind -> rounds.has(new Contest(kind, Shape.SMALL)))
                .map(kind -> new BarPanel(title(kind), bars(kind, rounds)))
                .toList();
    }

    private static String title(Kind kind) {
        return kind.label() + ": " + kind.measure() + ", beside " + kind.base().label();
    }

    private static CategoryDataset bars(Kind kind, Rounds<Contest, Contestant, Figures> rounds) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Contestant contestant : kind.contestants()) {
            for (Shape shape : kind.shapes()) {
                if (hasBar(kind, contestant)) {
                    rounds.ratio(new Contest(kind, shape), contestant, kind.base(), kind::speedup)
                            .ifPresent(ratio -> bars.addValue(ratio, contestant, shape.label()));
                }
            }
        }
        return bars;
    }

    private static boolean hasBar(Kind kind, Contestant contestant) {
        return kind != Kind.ONE_WAY || contestant != Contestant.BARE_SOCKETS;
    }
}
