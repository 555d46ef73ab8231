package io.marquee.train;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How the loss answers to the learning rate.
 *
 * @param points in the order of rising rates, at least one
 * @param suggestion a tenth of the rate with the lowest loss: near it the loss falls fast, and well below where it
 *     diverges. Where the loss does not fall clearly in so few steps, a tenth of the highest rate that it bears.
 * @param ratings ratings that were trained on
 */
public record LearningRateCurve(List<Point> points, double suggestion, long ratings) {

    private static final double BELOW = 10;
    /** Points at the beginning, where the rate is too low for anything to happen. */
    private static final int LEVEL_POINTS = 30;
    private static final double CLEARLY_LOWER = 0.95;

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
        int head = Math.min(LEVEL_POINTS, points.size() / 4);
        double level = points.stream().limit(Math.max(1, head)).mapToDouble(Point::loss).average().orElseThrow();
        // The first averages are of few batches: one of them may be the lowest by chance.
        Point lowest = points.stream().skip(head).min(Comparator.comparingDouble(Point::loss)).orElseThrow();
        Point highest = points.get(points.size() - 1);
        double top = lowest.loss() < CLEARLY_LOWER * level ? lowest.learningRate() : highest.learningRate();
        return new LearningRateCurve(points, roundedToTwoDigits(top / BELOW), ratings);
    }

    /** More digits would say more than was measured. */
    private static double roundedToTwoDigits(double value) {
        double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", Math.rint(value / unit) * unit));
    }
}
