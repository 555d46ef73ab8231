package io.marquee.train;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How the loss answers to the learning rate.
 *
 * @param points in the order of rising rates, at least one
 * @param suggestion a tenth of the rate with the lowest loss: near it the loss falls fast, and well below where it
 *     diverges
 * @param ratings ratings that were trained on
 */
public record LearningRateCurve(List<Point> points, double suggestion, long ratings) {

    private static final double BELOW_THE_LOWEST = 10;

    public LearningRateCurve {
        points = List.copyOf(points);
    }

    /**
     * One step.
     *
     * @param learningRate its learning rate
     * @param loss smoothed loss of the batches so far, in squared stars
     */
    public record Point(double learningRate, double loss) {}

    static LearningRateCurve of(List<Point> points, long ratings) {
        double lowest = points.stream().min(Comparator.comparingDouble(Point::loss)).orElseThrow().learningRate();
        return new LearningRateCurve(points, roundedToTwoDigits(lowest / BELOW_THE_LOWEST), ratings);
    }

    /** More digits would say more than was measured. */
    private static double roundedToTwoDigits(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", Math.rint(value / unit) * unit));
    }
}
