package io.marquee.evaluate;

import java.util.Locale;

/**
 * The mean of repeated measurements and how far they scatter.
 *
 * @param mean their mean
 * @param standardDeviation sample standard deviation, with n - 1 in the denominator; 0 of one measurement
 * @param count number of measurements
 */
public record MeanAndSpread(double mean, double standardDeviation, int count) {

    /** @throws IllegalArgumentException if there are no values */
    public static MeanAndSpread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = values.length == 1 ? 0 : squares / (values.length - 1);
        return new MeanAndSpread(mean, Math.sqrt(variance), values.length);
    }

    /** Such as "0.7512 ± 0.0041"; the mean alone where there is one measurement, which says nothing about how far others are. */
    public String inWords() {
        return count == 1 ? String.format(Locale.ROOT, "%.4f", mean) : String.format(Locale.ROOT, "%.4f ± %.4f", mean, standardDeviation);
    }
}
