package io.marquee.recommend;

/**
 * What is asked for.
 *
 * @param count how many items, at least 1
 * @param filter which items may be recommended
 * @param diversity 0 for the highest predictions as they are, up to 1 for a list whose items differ as much as they can
 */
public record RecommendationRequest(int count, ItemFilter filter, double diversity) {

    /** @throws IllegalArgumentException if the count or the diversity is out of range */
    public RecommendationRequest {
        if (count < 1) {
            throw new IllegalArgumentException("Ask for at least one recommendation, not " + count + ".");
        }
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new IllegalArgumentException("Diversity goes from 0 to 1, not to " + diversity + ".");
        }
    }

    /** The highest predictions of what the user has not rated. */
    public static RecommendationRequest top(int count) {
        return new RecommendationRequest(count, ItemFilter.UNSEEN, 0);
    }
}
