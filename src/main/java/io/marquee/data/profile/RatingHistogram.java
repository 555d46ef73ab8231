package io.marquee.data.profile;

import io.marquee.data.RatingStatistics;
import io.marquee.data.RatingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each rating was given. Ratings of up to {@value ValueCounts#DISTINCT} different values are counted one by
 * one; more are counted in bins of equal width.
 *
 * @param bins lowest rating first; where ratings lie on a grid, those between that nobody gave have a bin, too
 */
public record RatingHistogram(List<Bin> bins) {

    private static final int WIDE_BINS = 24;

    /**
     * Ratings of one value, or between two.
     *
     * @param from lowest rating in it
     * @param to the same as {@code from} for a single value; otherwise the end of the bin, which belongs to the next
     *     one, but for the last bin
     * @param ratings how many there are
     */
    public record Bin(double from, double to, long ratings) {}

    public RatingHistogram {
        bins = List.copyOf(bins);
    }

    /** @param statistics of the same ratings */
    static RatingHistogram of(RatingTable table, RatingStatistics statistics) {
        ValueCounts counts = new ValueCounts();
        for (int row = 0; row < table.size(); row++) {
            if (!counts.add(table.rating(row))) {
                return wide(table, statistics);
            }
        }
        return new RatingHistogram(single(counts));
    }

    private static List<Bin> single(ValueCounts counts) {
        float[] values = counts.ascendingValues();
        List<Bin> bins = new ArrayList<>();
        double step = step(values);
        for (int i = 0; i < values.length; i++) {
            double value = ValueCounts.plain(values[i]);
            for (long gap = i == 0 || step == 0 ? 0 : steps(bins.get(bins.size() - 1).from(), value, step) - 1; gap > 0;
                    gap--) {
                double between = rounded(value - gap * step);
                bins.add(new Bin(between, between, 0));
            }
            bins.add(new Bin(value, value, counts.count(values[i])));
        }
        return bins;
    }

    /** The distance of neighbours on the grid that all values lie on; 0 where there is no grid of a sensible size. */
    private static double step(float[] values) {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < values.length; i++) {
            step = Math.min(step, rounded(ValueCounts.plain(values[i]) - ValueCounts.plain(values[i - 1])));
        }
        for (int i = 1; i < values.length; i++) {
            double exact = (ValueCounts.plain(values[i]) - ValueCounts.plain(values[0])) / step;
            if (exact > ValueCounts.DISTINCT || Math.abs(exact - Math.rint(exact)) > 1e-6) {
                return 0;
            }
        }
        return values.length < 2 ? 0 : step;
    }

    private static long steps(double from, double to, double step) {
        return Math.round((to - from) / step);
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    private static RatingHistogram wide(RatingTable table, RatingStatistics statistics) {
        double width = niceWidth((statistics.maximum() - statistics.minimum()) / WIDE_BINS);
        double start = Math.floor(statistics.minimum() / width) * width;
        long[] counts = new long[1 + (int) Math.floor((statistics.maximum() - start) / width)];
        for (int row = 0; row < table.size(); row++) {
            counts[Math.min(counts.length - 1, (int) ((table.rating(row) - start) / width))]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new Bin(rounded(start + i * width), rounded(start + (i + 1) * width), counts[i]));
        }
        return new RatingHistogram(bins);
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below. */
    private static double niceWidth(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return Arrays.stream(new double[] {1, 2, 5, 10}).map(digit -> digit * power).filter(nice -> nice >= rough)
                .findFirst().orElse(10 * power);
    }
}
