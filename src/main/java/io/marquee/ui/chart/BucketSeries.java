package io.marquee.ui.chart;

import io.marquee.chart.Smoother;
import java.util.Arrays;

/**
 * The losses of a run of any length in bounded memory: neighbouring values share a bucket that keeps their lowest, their
 * highest and the smoothed value at its end. When all buckets are used, pairs are merged and each bucket holds twice as
 * many values, so adding costs constant time on average and a chart never has more than {@code 2 x capacity} points.
 *
 * <p>Values are numbered from 1, or go on from a number where others came before. Values that are not finite take a number but leave no mark. Not thread-safe.
 */
public final class BucketSeries {

    private final double[] lows;
    private final double[] highs;
    private final double[] smoothed;
    private final Smoother smoother;
    private final long before;
    private int buckets;
    private long valuesPerBucket = 1;
    private long inLastBucket;
    private long count;

    /**
     * @param capacity largest number of buckets, an even number
     * @param smoother what smooths the values, in the order they come
     */
    public BucketSeries(int capacity, Smoother smoother) {
        this(capacity, smoother, 0);
    }

    /**
     * @param capacity largest number of buckets, an even number
     * @param smoother what smooths the values, in the order they come
     * @param before number of the last value before the first of this series, such as that of the batch a run goes on after
     */
    public BucketSeries(int capacity, Smoother smoother, long before) {
        if (capacity < 2 || capacity % 2 != 0) {
            throw new IllegalArgumentException("A bucket series needs an even capacity of at least 2, not " + capacity);
        }
        lows = new double[capacity];
        highs = new double[capacity];
        smoothed = new double[capacity];
        this.smoother = smoother;
        this.before = before;
    }

    /** Adds the next value. */
    public void add(double value) {
        if (buckets == 0 || inLastBucket == valuesPerBucket) {
            openBucket();
        }
        count++;
        inLastBucket++;
        if (!Double.isFinite(value)) {
            return;
        }
        int last = buckets - 1;
        lows[last] = Math.min(lows[last], value);
        highs[last] = Math.max(highs[last], value);
        smoothed[last] = smoother.next(value);
    }

    private void openBucket() {
        if (buckets == lows.length) {
            mergePairs();
        }
        lows[buckets] = Double.POSITIVE_INFINITY;
        highs[buckets] = Double.NEGATIVE_INFINITY;
        smoothed[buckets] = Double.NaN;
        buckets++;
        inLastBucket = 0;
    }

    private void mergePairs() {
        buckets /= 2;
        for (int i = 0; i < buckets; i++) {
            int left = 2 * i;
            int right = left + 1;
            lows[i] = Math.min(lows[left], lows[right]);
            highs[i] = Math.max(highs[left], highs[right]);
            smoothed[i] = Double.isNaN(smoothed[right]) ? smoothed[left] : smoothed[right];
        }
        valuesPerBucket *= 2;
    }

    /** How many values were added. */
    public long count() {
        return count;
    }

    /** A copy of what is there now. */
    public Snapshot snapshot() {
        double[] centres = new double[buckets];
        for (int i = 0; i < buckets; i++) {
            long first = i * valuesPerBucket + 1;
            long last = i == buckets - 1 ? count : first + valuesPerBucket - 1;
            centres[i] = before + (first + last) / 2.0;
        }
        return new Snapshot(before, count, centres, Arrays.copyOf(lows, buckets), Arrays.copyOf(highs, buckets),
                Arrays.copyOf(smoothed, buckets));
    }

    /**
     * The series at one moment.
     *
     * @param before number of the last value before the first
     * @param count number of values
     * @param centres middle of each bucket on the axis of value numbers
     * @param lows lowest value of each bucket; positive infinity where it has none
     * @param highs highest value of each bucket; negative infinity where it has none
     * @param smoothed smoothed value at the end of each bucket; NaN where it has none
     */
    public record Snapshot(long before, long count, double[] centres, double[] lows, double[] highs, double[] smoothed) {

        /** No values. */
        public static Snapshot empty() {
            return new Snapshot(0, 0, new double[0], new double[0], new double[0], new double[0]);
        }
    }
}
