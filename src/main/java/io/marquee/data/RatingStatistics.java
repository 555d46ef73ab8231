package io.marquee.data;

/**
 * Summary of a set of ratings, in the dataset's own units.
 *
 * @param count number of ratings
 * @param minimum lowest rating; NaN where there is none
 * @param maximum highest rating; NaN where there is none
 * @param mean arithmetic mean; NaN where there is none
 * @param standardDeviation square root of the mean squared distance from the mean (population form)
 */
public record RatingStatistics(
        long count, double minimum, double maximum, double mean, double standardDeviation) {

    /** The statistics of all ratings of a table. */
    public static RatingStatistics of(RatingTable ratings) {
        Accumulator accumulator = new Accumulator();
        for (int row = 0; row < ratings.size(); row++) {
            accumulator.add(ratings.rating(row));
        }
        return accumulator.result();
    }

    /** Sums in double precision: exact enough for 2^31 ratings of a star scale. */
    static final class Accumulator {
        private long count;
        private double sum;
        private double squares;
        private double minimum = Double.NaN;
        private double maximum = Double.NaN;

        void add(double rating) {
            if (count++ == 0) {
                minimum = rating;
                maximum = rating;
            } else {
                minimum = Math.min(minimum, rating);
                maximum = Math.max(maximum, rating);
            }
            sum += rating;
            squares += rating * rating;
        }

        RatingStatistics result() {
            double mean = count == 0 ? Double.NaN : sum / count;
            double variance = count == 0 ? Double.NaN : Math.max(0, squares / count - mean * mean);
            return new RatingStatistics(count, minimum, maximum, mean, Math.sqrt(variance));
        }
    }
}
