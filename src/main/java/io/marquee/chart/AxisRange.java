package io.marquee.chart;

import java.util.Arrays;

/**
 * The part of an axis that is shown.
 *
 * @param minimum left or lower end
 * @param maximum right or upper end, above {@code minimum}
 */
public record AxisRange(double minimum, double maximum) {

    /** How far beyond the middle half of the values an outlier may stretch the axis, in widths of that half. */
    private static final double OUTLIER_REACH = 4;

    private static final double PADDING = 0.06;

    public AxisRange {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("An axis needs minimum < maximum, not " + minimum + ", " + maximum);
        }
    }

    /**
     * A range that shows the values but is not ruined by a few huge ones, such as the losses of the first batches: what
     * lies far outside the middle half of the values is cut off. Values that are not finite are ignored.
     */
    public static AxisRange robust(double... values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new AxisRange(0, 1);
        }
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        if (sorted.length >= 8) {
            double lower = quantile(sorted, 0.25);
            double upper = quantile(sorted, 0.75);
            double reach = OUTLIER_REACH * Math.max(upper - lower, Math.abs(upper) * 1e-3);
            lowest = Math.max(lowest, lower - reach);
            highest = Math.min(highest, upper + reach);
        }
        return padded(lowest, highest);
    }

    private static AxisRange padded(double lowest, double highest) {
        double span = highest - lowest;
        // A flat line sits in the middle of a range that is not smaller than its own rounding errors.
        double padding = span > Math.abs(highest) * 1e-9 ? span * PADDING : Math.max(Math.abs(highest) * 0.05, 1e-6);
        double minimum = lowest - padding;
        if (lowest >= 0 && minimum < 0) {
            minimum = 0;
        }
        double maximum = Math.min(highest + padding, Double.MAX_VALUE);
        return new AxisRange(Math.max(minimum, -Double.MAX_VALUE), maximum > minimum ? maximum : minimum + 1);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** This range, stretched where needed so that a value is well inside. */
    public AxisRange including(double value) {
        if (!Double.isFinite(value)) {
            return this;
        }
        double room = PADDING * (Math.max(maximum, value) - Math.min(minimum, value));
        return new AxisRange(Math.min(minimum, value - room), Math.max(maximum, value + room));
    }

    /** Where a value lies, 0 at the minimum, 1 at the maximum. */
    public double position(double value) {
        return (value - minimum) / (maximum - minimum);
    }

    /** The value at a position, the inverse of {@link #position}. */
    public double value(double position) {
        return minimum + position * (maximum - minimum);
    }
}
