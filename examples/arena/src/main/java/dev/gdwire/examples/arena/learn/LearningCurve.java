package dev.gdwire.examples.arena.learn;

import dev.gdwire.protocol.GdwireException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;

/** Draws the rewards of a training's generations as a chart. Needs no display. */
public final class LearningCurve {
    /** Width of the chart in pixels. */
    public static final int WIDTH = 1200;

    /** Height of the chart in pixels. */
    public static final int HEIGHT = 700;

    /** Colour of the curve of each generation's best. */
    static final Color BEST = new Color(0xE0, 0x8A, 0x1E);

    /** Colour of the curve of each generation's mean. */
    static final Color MEAN = new Color(0x25, 0x63, 0xC9);

    private static final Color SPREAD = new Color(0xDC, 0xE7, 0xF8);
    private static final Color INK = new Color(0x22, 0x2B, 0x3A);
    private static final Color FAINT = new Color(0x6B, 0x76, 0x88);
    private static final Color GRID = new Color(0xE4, 0xE8, 0xEE);
    private static final int MOST_DOTS = 60;
    private static final int LEFT = 95;
    private static final int RIGHT = WIDTH - 40;
    private static final int TOP = 120;
    private static final int BOTTOM = HEIGHT - 85;

    private final String title;
    private final String subtitle;
    private final List<Generation> generations;
    private final Axis rewards;
    private final Axis steps;

    /**
     * A chart of a training.
     *
     * @param generations at least one
     */
    public LearningCurve(String title, String subtitle, List<Generation> generations) {
        this.title = title;
        this.subtitle = subtitle;
        this.generations = List.copyOf(generations);
        double low = extent(LearningCurve::lower).min().orElseThrow();
        double high = extent(generation -> generation.rewards().best()).max().orElseThrow();
        double last = this.generations.get(this.generations.size() - 1).steps();
        this.rewards = Axis.covering(Math.min(low, 0.0), high, 7, BOTTOM, TOP);
        this.steps = Axis.upTo(last, 9, LEFT, RIGHT);
    }

    private DoubleStream extent(ToDoubleFunction<Generation> value) {
        return generations.stream().mapToDouble(value);
    }

    /**
     * Writes the chart as a PNG file, over one that is there. The file is whole or is not touched.
     *
     * @throws GdwireException if it cannot be written
     */
    public void write(Path file) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try {
                Files.write(part, png());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new GdwireException(
                    "The learning curve could not be written to "
                            + file
                            + " ("
                            + e
                            + "): name a folder that can be written to.",
                    e);
        }
    }

    private byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(draw(), "png", bytes);
        return bytes.toByteArray();
    }

    BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            drawSpread(graphics);
            drawGrid(graphics);
            drawCurve(graphics, generation -> generation.rewards().best(), BEST, 2.2f);
            drawCurve(graphics, generation -> generation.rewards().mean(), MEAN, 3.6f);
            drawHeading(graphics);
            drawLegend(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private void drawHeading(Graphics2D graphics) {
        text(graphics, title, LEFT, 48, Font.BOLD, 26, INK);
        text(graphics, subtitle, LEFT, 76, Font.PLAIN, 15, FAINT);
    }

    private void drawGrid(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke(1f));
        for (double tick : rewards.ticks()) {
            int y = (int) Math.round(rewards.at(tick));
            graphics.setColor(tick == 0.0 ? FAINT : GRID);
            graphics.drawLine(LEFT, y, RIGHT, y);
            String label = number(tick);
            int width = width(graphics, label, Font.PLAIN, 14);
            text(graphics, label, LEFT - 12 - width, y + 5, Font.PLAIN, 14, FAINT);
        }
        for (double tick : steps.ticks()) {
            int x = (int) Math.round(steps.at(tick));
            graphics.setColor(FAINT);
            graphics.drawLine(x, BOTTOM, x, BOTTOM + 6);
            String label = number(tick);
            int width = width(graphics, label, Font.PLAIN, 14);
            text(graphics, label, x - width / 2, BOTTOM + 25, Font.PLAIN, 14, FAINT);
        }
        graphics.setColor(FAINT);
        graphics.drawLine(LEFT, BOTTOM, RIGHT, BOTTOM);
        drawAxisNames(graphics);
    }

    private static void drawAxisNames(Graphics2D graphics) {
        String across = "steps of the environment";
        int width = width(graphics, across, Font.PLAIN, 15);
        text(graphics, across, (LEFT + RIGHT - width) / 2, HEIGHT - 25, Font.PLAIN, 15, INK);
        String up = "reward an episode";
        int length = width(graphics, up, Font.PLAIN, 15);
        graphics.rotate(-Math.PI / 2);
        text(graphics, up, -(TOP + BOTTOM + length) / 2, 34, Font.PLAIN, 15, INK);
        graphics.rotate(Math.PI / 2);
    }

    /** One standard deviation around the mean. */
    private void drawSpread(Graphics2D graphics) {
        Path2D area = new Path2D.Double();
        Generation first = generations.get(0);
        area.moveTo(steps.at(first.steps()), rewards.at(upper(first)));
        generations.forEach(one -> area.lineTo(steps.at(one.steps()), rewards.at(upper(one))));
        for (int index = generations.size() - 1; index >= 0; index--) {
            Generation one = generations.get(index);
            area.lineTo(steps.at(one.steps()), rewards.at(lower(one)));
        }
        area.closePath();
        graphics.setColor(SPREAD);
        graphics.fill(area);
    }

    private static double upper(Generation generation) {
        Summary all = generation.rewards();
        return Math.min(all.best(), all.mean() + all.deviation());
    }

    private static double lower(Generation generation) {
        Summary all = generation.rewards();
        return Math.max(all.worst(), all.mean() - all.deviation());
    }

    private void drawCurve(
            Graphics2D graphics, ToDoubleFunction<Generation> value, Color color, float width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        int radius = generations.size() > MOST_DOTS ? 0 : Math.round(width) + 1;
        for (Generation generation : generations) {
            double x = steps.at(generation.steps());
            double y = rewards.at(value.applyAsDouble(generation));
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
            int left = (int) Math.round(x) - radius;
            int top = (int) Math.round(y) - radius;
            graphics.fillOval(left, top, 2 * radius, 2 * radius);
        }
        graphics.draw(line);
    }

    private static void drawLegend(Graphics2D graphics) {
        int x = RIGHT - 420;
        legend(graphics, x, BEST, 3, "best");
        legend(graphics, x + 95, MEAN, 5, "mean");
        legend(graphics, x + 200, SPREAD, 14, "one standard deviation");
    }

    private static void legend(Graphics2D graphics, int x, Color color, int height, String name) {
        graphics.setColor(color);
        graphics.fillRoundRect(x, 97 - height / 2, 28, height, 4, 4);
        text(graphics, name, x + 36, 102, Font.PLAIN, 15, INK);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.2f", value);
    }

    private static int width(Graphics2D graphics, String words, int style, int size) {
        return graphics.getFontMetrics(new Font(Font.SANS_SERIF, style, size)).stringWidth(words);
    }

    private static void text(
            Graphics2D graphics, String words, int x, int y, int style, int size, Color color) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        graphics.setColor(color);
        graphics.drawString(words, x, y);
    }
}
