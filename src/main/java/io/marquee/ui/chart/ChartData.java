package io.marquee.ui.chart;

import io.marquee.chart.AxisRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What a chart shows: immutable, made anew for each redraw.
 *
 * @param series lines, the ones at the back first
 * @param horizontal part of the horizontal axis shown
 * @param vertical part of the vertical axis shown
 * @param decades whether the horizontal axis is logarithmic: positions are decimal logarithms of what they stand for
 */
public record ChartData(List<ChartSeries> series, AxisRange horizontal, AxisRange vertical, boolean decades) {

    /** How far above the curves a level may lie and still be drawn, in parts of their highest value. */
    private static final double LEVEL_ROOM = 0.25;

    private static final ChartData EMPTY = new ChartData(List.of(), new AxisRange(0, 1), new AxisRange(0, 1));

    public ChartData {
        series = List.copyOf(series);
    }

    /** With a linear horizontal axis. */
    public ChartData(List<ChartSeries> series, AxisRange horizontal, AxisRange vertical) {
        this(series, horizontal, vertical, false);
    }

    /** Nothing to show yet. */
    public static ChartData empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return series.stream().filter(line -> !ChartSeries.isLevel(line)).allMatch(line -> line.x().length == 0);
    }

    /**
     * Loss of each batch: the raw extremes of each bucket, faint, and the smoothed line over them. The axis begins where the
     * losses do: those before a run was resumed are not among them.
     */
    public static ChartData batchLoss(BucketSeries.Snapshot losses) {
        int buckets = losses.centres().length;
        if (buckets == 0) {
            return EMPTY;
        }
        double[] x = new double[2 * buckets];
        double[] y = new double[2 * buckets];
        // The middle of an even number of batches lies between two, and nobody looks for batch 1,078.5.
        double[] middles = DoubleStream.of(losses.centres()).map(Math::floor).toArray();
        for (int i = 0; i < buckets; i++) {
            x[2 * i] = middles[i];
            x[2 * i + 1] = middles[i];
            // Up in one bucket and down in the next, so that the line never runs back.
            y[2 * i] = i % 2 == 0 ? losses.lows()[i] : losses.highs()[i];
            y[2 * i + 1] = i % 2 == 0 ? losses.highs()[i] : losses.lows()[i];
        }
        return new ChartData(
                List.of(new ChartSeries("each batch", ChartSeries.Style.RAW, x, y),
                        new ChartSeries("smoothed", ChartSeries.Style.SMOOTH, middles, losses.smoothed())),
                new AxisRange(losses.before(), losses.before() + Math.max(10, losses.count())),
                AxisRange.robust(y));
    }

    /**
     * One smooth line over values that rise by orders of magnitude, one of which is pointed out.
     *
     * @param values above 0
     * @param placeName what the legend calls the value that is pointed out
     */
    public static ChartData curve(String name, double[] values, double[] y, String placeName, double placeValue) {
        if (values.length == 0) {
            return EMPTY;
        }
        double[] x = DoubleStream.of(values).map(Math::log10).toArray();
        double place = Math.log10(placeValue);
        AxisRange vertical = AxisRange.robust(y);
        return new ChartData(List.of(
                new ChartSeries(placeName, ChartSeries.Style.PLACE, new double[] {place, place},
                        new double[] {vertical.minimum(), vertical.maximum()}),
                new ChartSeries(name, ChartSeries.Style.SMOOTH, x, y)),
                new AxisRange(x[0], Math.max(x[0] + 1, x[x.length - 1])), vertical, true);
    }

    /**
     * Errors of each epoch. Levels widen the vertical axis, but not so far that the curves would be flattened: one that lies
     * far above them is named in the legend with its value.
     *
     * @param epochsPlanned where the horizontal axis ends
     * @param train train MSE of epochs 1, 2, ...
     * @param heldOut name of the part that was not trained on, such as "test"
     * @param errors its MSE of epochs 1, 2, ...
     * @param levels what the errors are compared with, those at the back first
     */
    public static ChartData epochErrors(int epochsPlanned, double[] train, String heldOut, double[] errors,
            List<ChartLevel> levels) {
        if (train.length == 0) {
            return EMPTY;
        }
        double[] epochs = new double[train.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        AxisRange horizontal = new AxisRange(0, Math.max(epochsPlanned, train.length) + 0.5);
        AxisRange curves = AxisRange.robust(DoubleStream.concat(DoubleStream.of(train), DoubleStream.of(errors)).toArray());
        double highest = curves.maximum() + Math.max(curves.maximum() - curves.minimum(), LEVEL_ROOM * curves.maximum());
        AxisRange vertical = curves;
        List<ChartSeries> series = new ArrayList<>();
        for (ChartLevel level : levels) {
            boolean inside = level.value() <= highest;
            vertical = inside ? vertical.including(level.value()) : vertical;
            String name = inside ? level.name() : String.format(Locale.ROOT, "%s %.3f ↑", level.name(), level.value());
            series.add(new ChartSeries(name, level.style(), new double[] {horizontal.minimum(), horizontal.maximum()},
                    new double[] {level.value(), level.value()}));
        }
        series.add(new ChartSeries("train", ChartSeries.Style.TRAIN, epochs, train));
        series.add(new ChartSeries(heldOut, ChartSeries.Style.TEST, epochs, errors));
        return new ChartData(series, horizontal, vertical);
    }
}
