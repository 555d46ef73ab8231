package io.marquee.data.profile;

import java.util.Arrays;

/**
 * How counts are spread. Quantiles between two counts are interpolated linearly (definition 7 of Hyndman and Fan, 1996,
 * "Sample Quantiles in Statistical Packages", as NumPy and R do without being told otherwise).
 *
 * @param minimum lowest count
 * @param lowerQuartile a quarter of the counts are at most this
 * @param median half of the counts are at most this
 * @param upperQuartile three quarters of the counts are at most this
 * @param ninetieth nine tenths of the counts are at most this
 * @param maximum highest count
 * @param mean arithmetic mean
 */
public record Quantiles(
        double minimum,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double ninetieth,
        double maximum,
        double mean) {

    /** @param ascending counts in ascending order, at least one */
    static Quantiles of(int[] ascending) {
        return new Quantiles(
                ascending[0],
                quantile(ascending, 0.25),
                quantile(ascending, 0.5),
                quantile(ascending, 0.75),
                quantile(ascending, 0.9),
                ascending[ascending.length - 1],
                Arrays.stream(ascending).asLongStream().sum() / (double) ascending.length);
    }

    private static double quantile(int[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * ((double) ascending[above] - ascending[below]);
    }
}
