package dev.gdwire.benchmarks.report;

import java.awt.Color;

/** Who has bars in a chart. An enum, so that it is a key of JFreeChart's. */
public interface Series {
    /** What people call it. */
    String label();

    /** The colour of its bars. */
    Color color();

    /** Whether its figures stand out. */
    boolean standsOut();
}
