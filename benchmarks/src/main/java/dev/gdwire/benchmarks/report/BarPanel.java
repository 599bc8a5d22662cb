package dev.gdwire.benchmarks.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/**
 * A part of a chart: groups of bars below a heading.
 *
 * @param bars the rows are {@link Series}, the columns labels of groups
 */
public record BarPanel(String title, CategoryDataset bars) {
    private static final RectangleInsets ROOM_BELOW = new RectangleInsets(0, 0, 18, 0);
    private static final RectangleInsets ROOM_OF_TITLE = new RectangleInsets(0, 0, 6, 0);

    /** Draws it into an area. */
    void draw(Graphics2D graphics, Rectangle2D area) {
        JFreeChart chart = new JFreeChart(null, null, new BarPlot(bars), false);
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
