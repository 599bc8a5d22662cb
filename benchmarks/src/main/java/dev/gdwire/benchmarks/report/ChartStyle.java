package dev.gdwire.benchmarks.report;

import java.awt.Color;
import java.awt.Font;

/** Colours and letters of a chart. */
final class ChartStyle {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1f2933);
    static final Color FAINT_INK = new Color(0x66727f);
    static final Color GRID = new Color(0xe3e8ed);
    static final Color BASE_LINE = new Color(0xb4bec8);

    static final Font TITLE = font(Font.BOLD, 22);
    static final Font HEADING = font(Font.BOLD, 15);
    static final Font TEXT = font(Font.PLAIN, 13);
    static final Font SMALL = font(Font.PLAIN, 11);
    static final Font SMALL_BOLD = font(Font.BOLD, 11);

    private ChartStyle() {}

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
