package dev.gdwire.examples.arena.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to pixels, with round numbers to label.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}
 * @param unit distance of the labels, as a value
 * @param start pixel of the lowest value
 * @param end pixel of the highest value
 */
record Axis(double low, double high, double unit, double start, double end) {
    /** An axis from a round number to a round number around these values. */
    static Axis covering(double low, double high, int labels, double start, double end) {
        double unit = roundUnit(high - low, labels);
        double bottom = Math.floor(low / unit) * unit;
        double top = Math.max(Math.ceil(high / unit) * unit, bottom + unit);
        return new Axis(bottom, top, unit, start, end);
    }

    /** An axis from zero to exactly this value. */
    static Axis upTo(double high, int labels, double start, double end) {
        return new Axis(0.0, high, roundUnit(high, labels), start, end);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double roundUnit(double range, int labels) {
        double rough = Math.max(range, 1e-9) / labels;
        double power = Math.pow(10.0, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1.0, 2.0, 5.0}) {
            if (factor * power >= rough) {
                return factor * power;
            }
        }
        return 10.0 * power;
    }

    double at(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }

    List<Double> ticks() {
        List<Double> values = new ArrayList<>();
        long first = Math.round(low / unit);
        for (long index = first; index * unit <= high + unit * 1e-6; index++) {
            values.add(index * unit);
        }
        return values;
    }
}
