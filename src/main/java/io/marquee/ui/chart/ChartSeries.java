package io.marquee.ui.chart;

/**
 * One line of a chart. Points whose value is not finite interrupt it.
 *
 * @param name shown in the legend and at the pointer
 * @param style how it is drawn
 * @param x positions, ascending
 * @param y values, as many
 */
public record ChartSeries(String name, Style style, double[] x, double[] y) {

    /** How a line is drawn, and what it means: a role keeps its colour in all charts. */
    public enum Style {
        /** Every single value, faint; not read off at the pointer. */
        RAW,
        /** Smoothed values over the raw ones. */
        SMOOTH,
        /** Train part, with a dot at each value. */
        TRAIN,
        /** Test part, with a dot at each value. */
        TEST,
        /** A place on the horizontal axis, a dashed line from the lowest value to the highest; not read off at the pointer. */
        PLACE,
        /** A level that cannot be passed, dashed. */
        LEVEL,
        /** What the mean rating reaches, dashed. */
        MEAN,
        /** What means of users and items reach, dashed. */
        MEANS,
        /** What a matrix factorisation reaches, dashed. */
        FACTORS;

        /** A horizontal line over the whole chart. */
        boolean isLevel() {
            return ordinal() >= LEVEL.ordinal();
        }

        /** Whether the pointer is told what it says. */
        boolean isReadOff() {
            return this != RAW && this != PLACE;
        }
    }

    public ChartSeries {
        if (x.length != y.length) {
            throw new IllegalArgumentException("A series needs as many positions as values");
        }
    }

    /** A horizontal line over the whole chart. */
    static boolean isLevel(ChartSeries series) {
        return series.style.isLevel();
    }

    /** The index of the point nearest to a position, or -1 where there is none. */
    int nearest(double position) {
        int low = 0;
        int high = x.length - 1;
        if (high < 0) {
            return -1;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= position) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.abs(x[low] - position) <= Math.abs(x[high] - position) ? low : high;
    }
}
