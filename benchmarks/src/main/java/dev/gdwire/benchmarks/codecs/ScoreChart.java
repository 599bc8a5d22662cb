package dev.gdwire.benchmarks.codecs;

import dev.gdwire.benchmarks.MarkdownReport;
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

/** Scores as a picture: a panel of bars for each direction and order of keys. */
final class ScoreChart {
    private static final int WIDTH = 1_100;
    private static final int MARGIN = 32;
    private static final int HEAD = 128;
    private static final int PANEL = 264;
    private static final int FOOT = 76;
    private static final int LINE = 18;
    private static final int SWATCH = 12;
    private static final int GAP = 24;

    /** Pixels of the picture for each of the above: sharp on the screens of today. */
    private static final int SCALE = 2;

    private final List<SpeedPanel> panels;
    private final int height;

    ScoreChart(Scores scores) {
        panels = SpeedPanel.all(scores);
        height = HEAD + panels.size() * PANEL + FOOT;
    }

    /** Writes it as PNG. */
    void write(Path file) throws IOException {
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
        text(graphics, ChartStyle.TITLE, ChartStyle.INK, "JSON codecs beside each other", 44);
        text(
                graphics,
                ChartStyle.TEXT,
                ChartStyle.FAINT_INK,
                "How many times as fast as Jackson 2 databind; longer bars are faster.",
                68);
        legend(graphics);
    }

    private void legend(Graphics2D graphics) {
        int x = MARGIN;
        int baseline = HEAD - GAP;
        graphics.setFont(ChartStyle.TEXT);
        for (Library library : Library.values()) {
            graphics.setColor(ChartStyle.of(library));
            graphics.fillRect(x, baseline - SWATCH + 1, SWATCH, SWATCH);
            graphics.setColor(ChartStyle.INK);
            graphics.drawString(library.label(), x + SWATCH + 7, baseline);
            x += SWATCH + 7 + GAP + graphics.getFontMetrics().stringWidth(library.label());
        }
    }

    private void panels(Graphics2D graphics) {
        int top = HEAD;
        for (SpeedPanel panel : panels) {
            panel.draw(graphics, new Rectangle2D.Double(MARGIN, top, WIDTH - 2.0 * MARGIN, PANEL));
            top += PANEL;
        }
    }

    private void foot(Graphics2D graphics) {
        int last = height - LINE;
        Color faint = ChartStyle.FAINT_INK;
        text(graphics, ChartStyle.SMALL, faint, Library.WITHOUT_FIGURES, last - 2 * LINE);
        text(graphics, ChartStyle.SMALL, faint, MarkdownReport.circumstances(), last - LINE);
        text(graphics, ChartStyle.SMALL, faint, Versions.line(), last);
    }

    private static void text(
            Graphics2D graphics, Font font, Color color, String text, int baseline) {
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(text, MARGIN, baseline);
    }
}
