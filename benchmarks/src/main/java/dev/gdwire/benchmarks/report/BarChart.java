package dev.gdwire.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture: a title, a legend, panels of bars below each other, and some lines of small print. */
public final class BarChart {
    private static final int WIDTH = 1_100;
    private static final int MARGIN = 32;
    private static final int HEAD = 128;
    private static final int PANEL = 264;
    private static final int ROOM_ABOVE_FOOT = 22;
    private static final int LINE = 18;
    private static final int SWATCH = 12;
    private static final int GAP = 24;

    /** Pixels of the picture for each of the above: sharp on the screens of today. */
    private static final int SCALE = 2;

    private final String title;
    private final String subtitle;
    private final List<? extends Series> legend;
    private final List<BarPanel> panels;
    private final List<String> foot;
    private final int height;

    /** The foot's lines stand below the panels. */
    public BarChart(
            String title,
            String subtitle,
            List<? extends Series> legend,
            List<BarPanel> panels,
            List<String> foot) {
        this.title = title;
        this.subtitle = subtitle;
        this.legend = List.copyOf(legend);
        this.panels = List.copyOf(panels);
        this.foot = List.copyOf(foot);
        height = HEAD + panels.size() * PANEL + ROOM_ABOVE_FOOT + foot.size() * LINE;
    }

    /** Writes it as PNG. */
    public void write(Path file) throws IOException {
        ImageIO.write(image(), "png", file.toFile());
    }

    private BufferedImage image() {
        BufferedImage image =
                new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(ChartStyle.PAPER);
        graphics.fillRect(0, 0, WIDTH, height);
        head(graphics);
        panels(graphics);
        foot(graphics);
        graphics.dispose();
        return image;
    }

    private void head(Graphics2D graphics) {
        text(graphics, ChartStyle.TITLE, ChartStyle.INK, title, 44);
        text(graphics, ChartStyle.TEXT, ChartStyle.FAINT_INK, subtitle, 68);
        legend(graphics);
    }

    /** In as many lines as it takes; there is room for two. */
    private void legend(Graphics2D graphics) {
        int x = MARGIN;
        int baseline = HEAD - GAP;
        graphics.setFont(ChartStyle.TEXT);
        for (Series series : legend) {
            int width = SWATCH + 7 + graphics.getFontMetrics().stringWidth(series.label());
            if (x + width > WIDTH - MARGIN) {
                x = MARGIN;
                baseline += LINE;
            }
            graphics.setColor(series.color());
            graphics.fillRect(x, baseline - SWATCH + 1, SWATCH, SWATCH);
            graphics.setColor(ChartStyle.INK);
            graphics.drawString(series.label(), x + SWATCH + 7, baseline);
            x += width + GAP;
        }
    }

    private void panels(Graphics2D graphics) {
        int top = HEAD;
        for (BarPanel panel : panels) {
            panel.draw(graphics, new Rectangle2D.Double(MARGIN, top, WIDTH - 2.0 * MARGIN, PANEL));
            top += PANEL;
        }
    }

    private void foot(Graphics2D graphics) {
        int baseline = height - foot.size() * LINE;
        for (String line : foot) {
            baseline += LINE;
            text(graphics, ChartStyle.SMALL, ChartStyle.FAINT_INK, line, baseline - LINE / 2);
        }
    }

    private static void text(
            Graphics2D graphics, Font font, Color color, String text, int baseline) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, MARGIN, baseline);
    }
}
