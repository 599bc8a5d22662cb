package dev.gdwire.benchmarks.codecs;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Bars of one direction and order of keys: a group for each message, a bar for each library.
 *
 * @param bars the rows are libraries, the columns labels of messages
 */
record SpeedPanel(String title, CategoryDataset bars) {
    private static final RectangleInsets ROOM_BELOW = new RectangleInsets(0, 0, 18, 0);
    private static final RectangleInsets ROOM_OF_TITLE = new RectangleInsets(0, 0, 6, 0);

    /** A panel for each direction and order of keys of which something was measured. */
    static List<SpeedPanel> all(Scores scores) {
        LinkedHashMap<String, List<Contest>> contests =
                Contest.all().stream()
                        .filter(scores::has)
                        .collect(
                                Collectors.groupingBy(
                                        SpeedPanel::title,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return contests.entrySet().stream()
                .map(entry -> new SpeedPanel(entry.getKey(), bars(entry.getValue(), scores)))
                .toList();
    }

    private static String title(Contest contest) {
        return contest.direction() == Direction.ENCODE
                ? "Encode"
                : "Decode, keys " + contest.keys().label();
    }

    private static CategoryDataset bars(List<Contest> contests, Scores scores) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Library library : Library.values()) {
            for (Contest contest : contests) {
                scores.speed(contest, library)
                        .ifPresent(
                                speed -> bars.addValue(speed, library, contest.sample().label()));
            }
        }
        return bars;
    }

    /** Draws it into an area. */
    void draw(Graphics2D graphics, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(null, null, new SpeedPlot(bars), false);
        TextTitle heading = new TextTitle(title, ChartStyle.HEADING);
        heading.setPaint(ChartStyle.INK);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setMargin(ROOM_OF_TITLE);
        chart.setTitle(heading);
        chart.setBackgroundPaint(ChartStyle.PAPER);
        chart.setPadding(ROOM_BELOW);
        chart.draw(graphics, area);
    }
}
