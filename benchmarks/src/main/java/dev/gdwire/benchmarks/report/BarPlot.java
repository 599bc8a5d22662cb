package dev.gdwire.benchmarks.report;

import java.awt.BasicStroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.CategoryDataset;

/** Upright bars with their figures on them, and a line at the height of 1. */
final class BarPlot extends CategoryPlot {
    private static final long serialVersionUID = 1;

    private static final int ROOM_OF_SPEEDS = 26;
    private static final double ROOM_ABOVE = 0.14;
    private static final double BETWEEN_GROUPS = 0.16;
    private static final double BETWEEN_BARS = 0.06;
    private static final double WIDEST_BAR = 0.1;
    private static final BasicStroke FINE = new BasicStroke(1);
    private static final BasicStroke FIRM = new BasicStroke(1.4f);

    /**
     * Draws these.
     *
     * @param bars the rows are series
     */
    BarPlot(CategoryDataset bars) {
        super(bars, groups(), speeds(), renderer(bars));
        setBackgroundPaint(ChartStyle.PAPER);
        setOutlineVisible(false);
        setRangeGridlinePaint(ChartStyle.GRID);
        setRangeGridlineStroke(FINE);
        setFixedRangeAxisSpace(sameInAllPanels());
        addRangeMarker(new ValueMarker(1, ChartStyle.BASE_LINE, FIRM), Layer.BACKGROUND);
    }

    private static CategoryAxis groups() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(ChartStyle.TEXT);
        axis.setTickLabelPaint(ChartStyle.INK);
        axis.setAxisLinePaint(ChartStyle.FAINT_INK);
        axis.setCategoryMargin(BETWEEN_GROUPS);
        axis.setLowerMargin(0.03);
        axis.setUpperMargin(0.03);
        return axis;
    }

    private static NumberAxis speeds() {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelFont(ChartStyle.SMALL);
        axis.setTickLabelPaint(ChartStyle.FAINT_INK);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(ROOM_ABOVE);
        return axis;
    }

    private static AxisSpace sameInAllPanels() {
        AxisSpace space = new AxisSpace();
        space.setLeft(ROOM_OF_SPEEDS);
        return space;
    }

    private static BarRenderer renderer(CategoryDataset bars) {
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(BETWEEN_BARS);
        renderer.setMaximumBarWidth(WIDEST_BAR);
        renderer.setDefaultItemLabelGenerator(
                new StandardCategoryItemLabelGenerator("{2}", figures()));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(ChartStyle.SMALL);
        renderer.setDefaultItemLabelPaint(ChartStyle.INK);
        for (int row = 0; row < bars.getRowCount(); row++) {
            Series series = (Series) bars.getRowKey(row);
            renderer.setSeriesPaint(row, series.color());
            if (series.standsOut()) {
                renderer.setSeriesItemLabelFont(row, ChartStyle.SMALL_BOLD);
            }
        }
        return renderer;
    }

    private static NumberFormat figures() {
        return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
