package io.marquee.train;

import java.util.List;

/**
 * What else there is to know about the fast path's speed.
 *
 * @param comparisons other settings against those of the report
 * @param evaluationRatingsPerSecond test ratings evaluated a second
 * @param projectedEvaluationSeconds the test part of MovieLens 20M at that rate
 * @param allocatedBytesPerStep heap that all threads of this program took while the fast path trained, by the step
 */
public record SpeedDetails(
        List<Comparison> comparisons,
        double evaluationRatingsPerSecond,
        double projectedEvaluationSeconds,
        double allocatedBytesPerStep) {

    /** 20 % of MovieLens 20M. */
    public static final int MOVIELENS_20M_TEST_RATINGS = 4_000_053;

    public SpeedDetails {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * One setting changed, measured in turn with the unchanged ones.
     *
     * @param name what was changed, such as {@code batch-512}
     * @param ratingsPerSecond median rate with the change
     * @param baseRatingsPerSecond median rate without it, in the same turns
     * @param ratio the first over the second
     * @param arithmeticRatio what the ratio would be if nothing but multiply-adds and cores counted
     */
    public record Comparison(
            String name, double ratingsPerSecond, double baseRatingsPerSecond, double ratio, double arithmeticRatio) {

        static Comparison of(String name, double ratingsPerSecond, double baseRatingsPerSecond, double arithmeticRatio) {
            return new Comparison(name, ratingsPerSecond, baseRatingsPerSecond,
                    ratingsPerSecond / baseRatingsPerSecond, arithmeticRatio);
        }
    }
}
