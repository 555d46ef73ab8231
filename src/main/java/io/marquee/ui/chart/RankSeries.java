package io.marquee.ui.chart;

/**
 * One curve of a rank chart. The arrays are owned by the series.
 *
 * @param name short name for legend and read-off
 * @param ranks places, ascending, from 1
 * @param counts what stands at each place, at least 1
 */
public record RankSeries(String name, double[] ranks, double[] counts) {

    /** The index of the place nearest to a rank on a logarithmic axis; -1 where the curve has ended before. */
    int nearest(double rank) {
        int last = ranks.length - 1;
        if (last < 0 || rank > ranks[last] * 1.05) {
            return -1;
        }
        int nearest = 0;
        for (int i = 1; i <= last; i++) {
            if (Math.abs(Math.log(ranks[i] / rank)) < Math.abs(Math.log(ranks[nearest] / rank))) {
                nearest = i;
            }
        }
        return nearest;
    }
}
