package dev.gdwire.benchmarks.codecs;

import java.awt.Color;
import java.awt.Font;

/** Colours and letters of the chart: Gdwire's bars are in blue, the others are quieter. */
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

    static Color of(Library library) {
        return switch (library) {
            case GDWIRE -> new Color(0x2f7fb8);
            case GDWIRE_IN_PLACE -> new Color(0x8cc3e8);
            case JACKSON2 -> new Color(0x66727f);
            case JACKSON3 -> new Color(0xaab4be);
            case FASTJSON2 -> new Color(0xe3a857);
            case DSL_JSON -> new Color(0x7fb08a);
            case AVAJE_JSONB -> new Color(0xb18bb8);
        };
    }
}
