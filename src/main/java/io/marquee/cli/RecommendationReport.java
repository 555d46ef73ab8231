package io.marquee.cli;

import io.marquee.data.Item;
import io.marquee.recommend.Recommendation;
import java.util.List;

/** Recommendations as {@code recommend --json} prints them. Ids that are whole numbers are numbers. */
record RecommendationReport(Object user, List<Entry> recommendations) {

    /** One recommendation; the year is null where it is not known. */
    record Entry(int rank, Object movieId, String title, Integer year, List<String> genres, double predictedRating) {}

    static RecommendationReport of(String user, List<Recommendation> recommendations) {
        return new RecommendationReport(id(user), recommendations.stream().map(RecommendationReport::entry).toList());
    }

    private static Entry entry(Recommendation recommendation) {
        Item item = recommendation.item();
        return new Entry(recommendation.rank(), id(item.id()), item.title(),
                item.year().isPresent() ? item.year().getAsInt() : null, item.genres(),
                recommendation.predictedRating());
    }

    private static Object id(String original) {
        try {
            long number = Long.parseLong(original);
            // "007" is an id of its own: only what comes back unchanged is a number.
            return Long.toString(number).equals(original) ? number : original;
        } catch (NumberFormatException e) {
            return original;
        }
    }
}
