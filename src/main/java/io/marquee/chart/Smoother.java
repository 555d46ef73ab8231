package io.marquee.chart;

/**
 * Exponential moving average whose first values are not drawn towards zero (the bias correction of Adam). It runs over
 * batches, not over what is displayed, so the smoothed line does not change with zoom.
 */
public final class Smoother {

    private final double keep;
    private double average;
    private double weight;

    /** @param values over about how many values to average, at least 1 */
    public Smoother(double values) {
        if (!(values >= 1)) {
            throw new IllegalArgumentException("A smoother averages over at least one value, not " + values);
        }
        keep = 1 - 1 / values;
    }

    /** The smoothed value after one more value. */
    public double next(double value) {
        average = keep * average + (1 - keep) * value;
        weight = keep * weight + (1 - keep);
        return average / weight;
    }
}
