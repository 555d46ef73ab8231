package io.marquee.data.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unevenly ratings are spread over users or over movies: few have most of them.
 *
 * @param members users or movies with at least one rating
 * @param quantiles of the ratings each of them has
 * @param gini Gini coefficient of the ratings each has: 0 where all have as many, near 1 where one has nearly all
 * @param topTenthShare share of all ratings that belongs to the tenth of the members with the most, 0 to 1
 * @param bins members by number of ratings, in bins that grow as 1, 2, 5, 10, 20, 50 do; empty ones between included
 * @param ranks number of ratings by rank, rank 1 having the most; at most {@value #RANKS} of them, evenly spaced on a
 *     logarithmic axis, the first and the last rank included
 */
public record LongTail(
        int members, Quantiles quantiles, double gini, double topTenthShare, List<Bin> bins, List<Rank> ranks) {

    static final int RANKS = 200;

    /**
     * Members with a like number of ratings.
     *
     * @param from lowest number of ratings
     * @param to highest number of ratings
     * @param members how many have so many
     */
    public record Bin(int from, int to, int members) {}

    /**
     * A place on the curve of ranks.
     *
     * @param rank place in the order of most ratings first, from 1
     * @param ratings ratings the member at this place has
     */
    public record Rank(int rank, int ratings) {}

    public LongTail {
        bins = List.copyOf(bins);
        ranks = List.copyOf(ranks);
    }

    /** @param counts ratings of each member, at least one member; left as it is */
    static LongTail of(int[] counts) {
        int[] ascending = counts.clone();
        Arrays.sort(ascending);
        return new LongTail(ascending.length, Quantiles.of(ascending), gini(ascending), topTenth(ascending),
                bins(ascending), ranks(ascending));
    }

    /**
     * {@code G = sum((2 i - n - 1) x_i) / (n sum(x_i))} over the counts {@code x_1 <= ... <= x_n}: half the mean
     * difference between two members, relative to the mean. Source: Damgaard and Weiner (2000), "Describing inequality
     * in plant size or fecundity", Ecology 81, equation 2, without the correction for small samples.
     */
    private static double gini(int[] ascending) {
        int n = ascending.length;
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
            sum += ascending[i];
        }
        return weighted / (n * sum);
    }

    private static double topTenth(int[] ascending) {
        int top = Math.max(1, (int) Math.round(ascending.length / 10.0));
        long all = 0;
        long ofTop = 0;
        for (int i = 0; i < ascending.length; i++) {
            all += ascending[i];
            ofTop += i >= ascending.length - top ? ascending[i] : 0;
        }
        return ofTop / (double) all;
    }

    private static List<Bin> bins(int[] ascending) {
        List<Bin> bins = new ArrayList<>();
        int next = 0;
        long from = 1;
        for (int step = 0; next < ascending.length; step++) {
            // 1, 2, 5 and on: each 2 or 2.5 times the one before.
            long until = step % 3 == 1 ? from / 2 * 5 : from * 2;
            int first = next;
            while (next < ascending.length && ascending[next] < until) {
                next++;
            }
            if (next > first || !bins.isEmpty()) {
                bins.add(new Bin((int) from, (int) Math.min(until - 1, Integer.MAX_VALUE), next - first));
            }
            from = until;
        }
        return bins;
    }

    private static List<Rank> ranks(int[] ascending) {
        int n = ascending.length;
        List<Rank> ranks = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < RANKS; i++) {
            int rank = (int) Math.round(Math.pow(n, i / (RANKS - 1.0)));
            if (rank > last) {
                ranks.add(new Rank(rank, ascending[n - rank]));
                last = rank;
            }
        }
        return ranks;
    }
}
