package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.report.BarPanel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Bars for each direction and order of keys: a group for each message, a bar for each library. */
final class SpeedPanels {
    private SpeedPanels() {}

    /** A panel for each direction and order of keys of which something was measured. */
    static List<BarPanel> all(Scores scores) {
        LinkedHashMap<String, List<Contest>> contests =
                Contest.all().stream()
                        .filter(scores::has)
                        .collect(
                                Collectors.groupingBy(
                                        SpeedPanels::title,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return contests.entrySet().stream()
                .map(entry -> new BarPanel(entry.getKey(), bars(entry.getValue(), scores)))
                .toList();
    }

    private static String title(Contest contest) {
        return contest.direction() == Direction.ENCODE
                ? "Encode"
                : "Decode, keys " + contest.keys().label();
    }

    private static CategoryDataset bars(List<Contest> contests, Scores scores) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Library library : Library.charted()) {
            for (Contest contest : contests) {
                scores.speed(contest, library)
                        .ifPresent(
                                speed -> bars.addValue(speed, library, contest.sample().label()));
            }
        }
        return bars;
    }
}
