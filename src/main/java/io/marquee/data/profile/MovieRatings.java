package io.marquee.data.profile;

import io.marquee.data.RatingColumn;
import io.marquee.data.RatingStatistics;
import io.marquee.data.RatingTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The ratings of one movie.
 *
 * @param ratings how often each rating was given to it
 * @param standardDeviation of its ratings, population form; 0 for a single one
 * @param timeline when they were given; empty where the source has no timestamps
 */
public record MovieRatings(RatingHistogram ratings, double standardDeviation, Optional<Timeline> timeline) {

    /**
     * Goes once over all ratings: call it from a background thread.
     *
     * @param index index of the movie in the table, which has at least one rating
     */
    public static MovieRatings of(RatingTable table, int index) {
        int[] rows = new int[16];
        int count = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.item(row) == index) {
                rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
                rows[count++] = row;
            }
        }
        RatingTable own = rowsOf(table, Arrays.copyOf(rows, count));
        RatingStatistics statistics = RatingStatistics.of(own);
        return new MovieRatings(RatingHistogram.of(own, statistics), statistics.standardDeviation(), Timeline.of(own));
    }

    private static RatingTable rowsOf(RatingTable table, int[] rows) {
        int[] users = new int[rows.length];
        int[] items = new int[rows.length];
        float[] ratings = new float[rows.length];
        int[] times = new int[table.hasTimestamps() ? rows.length : 0];
        table.gather(rows, 0, rows.length, users, items, ratings);
        for (int i = 0; i < times.length; i++) {
            times[i] = (int) table.timestamp(rows[i]);
        }
        return new RatingTable(table.users(), table.items(), users, items, new RatingColumn.Floats(ratings), times,
                table.scale());
    }
}
