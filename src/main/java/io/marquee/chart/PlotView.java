package io.marquee.chart;

import java.util.stream.DoubleStream;

/**
 * The part of a plot that is shown.
 *
 * @param horizontal part of the horizontal axis
 * @param vertical part of the vertical axis; of the decimal logarithm of the values where {@code logarithmic}
 * @param logarithmic whether the vertical axis is logarithmic
 */
public record PlotView(AxisRange horizontal, AxisRange vertical, boolean logarithmic) {

    /** Parts of a line whose extremes decide what the vertical axis has to hold. */
    private static final int SAMPLES = 256;

    /** Lines of so few points have no outliers: each was waited for, and is shown. */
    private static final int NEVER_CUT = 50;

    /** Beyond this nobody sees anything, and numbers lose their digits. */
    private static final double CLOSEST = 1e-7;

    /** The whole plot: all of each line, but for outliers that would flatten the rest. */
    public static PlotView whole(Plot plot, boolean logarithmic) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (PlotLine line : plot.lines()) {
            int size = line.values().size();
            if (size > 0) {
                first = Math.min(first, line.x().at(0));
                last = Math.max(last, line.x().at(size - 1));
            }
        }
        if (first > last) {
            return new PlotView(new AxisRange(0, 1), new AxisRange(0, 1), logarithmic);
        }
        double margin = last > first ? 0.015 * (last - first) : 0.5;
        return new PlotView(new AxisRange(first - margin, last + margin), vertical(plot, logarithmic), logarithmic);
    }

    private static AxisRange vertical(Plot plot, boolean logarithmic) {
        DoubleStream.Builder values = DoubleStream.builder();
        float[] extremes = new float[2];
        for (PlotLine line : plot.lines()) {
            int size = line.values().size();
            int parts = Math.min(SAMPLES, size);
            for (int part = 0; part < parts; part++) {
                int from = (int) ((long) size * part / parts);
                int to = (int) ((long) size * (part + 1) / parts);
                if (line.values().extremes(from, to, extremes)) {
                    values.add(scaled(extremes[0], logarithmic)).add(scaled(extremes[1], logarithmic));
                }
            }
        }
        AxisRange range = AxisRange.robust(values.build().toArray());
        for (PlotLine line : plot.lines()) {
            if (line.values().size() <= NEVER_CUT && line.values().extremes(0, line.values().size(), extremes)) {
                range = including(including(range, scaled(extremes[0], logarithmic)), scaled(extremes[1], logarithmic));
            }
        }
        return range;
    }

    private static AxisRange including(AxisRange range, double value) {
        return value < range.minimum() || value > range.maximum() ? range.including(value) : range;
    }

    /** A value on the vertical axis; NaN where a logarithmic axis has no place for it. */
    public double scaled(double value) {
        return scaled(value, logarithmic);
    }

    private static double scaled(double value, boolean logarithmic) {
        if (!logarithmic) {
            return value;
        }
        return value > 0 ? Math.log10(value) : Double.NaN;
    }

    /** The value at a place of the vertical axis, the inverse of {@link #scaled}. */
    public double unscaled(double place) {
        return logarithmic ? Math.pow(10, place) : place;
    }

    /**
     * Nearer or farther, with one place staying where it is.
     *
     * @param across factor of the width shown, below 1 to come nearer
     * @param up the same for the height
     * @param x place that stays, 0 at the left edge, 1 at the right
     * @param y place that stays, 0 at the lower edge, 1 at the upper
     */
    public PlotView zoomed(double across, double up, double x, double y) {
        return new PlotView(zoomed(horizontal, across, x), zoomed(vertical, up, y), logarithmic);
    }

    private static AxisRange zoomed(AxisRange range, double factor, double place) {
        double width = range.maximum() - range.minimum();
        double wanted = width * factor;
        double size = Math.max(Math.abs(range.minimum()), Math.abs(range.maximum()));
        if (factor == 1 || !(wanted > size * CLOSEST) || wanted > 1e12) {
            return range;
        }
        double fixed = range.value(place);
        return new AxisRange(fixed - place * wanted, fixed + (1 - place) * wanted);
    }

    /** Moved by parts of what is shown: 0.5 shows what lies half a width to the right. */
    public PlotView moved(double across, double up) {
        return new PlotView(moved(horizontal, across), moved(vertical, up), logarithmic);
    }

    private static AxisRange moved(AxisRange range, double part) {
        double by = part * (range.maximum() - range.minimum());
        return new AxisRange(range.minimum() + by, range.maximum() + by);
    }
}
