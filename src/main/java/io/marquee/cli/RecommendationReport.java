package io.marquee.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.marquee.data.Item;
import io.marquee.data.UserAttributes;
import io.marquee.recommend.ActualRating;
import io.marquee.recommend.Explanation;
import io.marquee.recommend.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recommendations as {@code recommend --json} prints them. Ids that are whole numbers are numbers. */
record RecommendationReport(
        Object user,
        @JsonInclude(JsonInclude.Include.NON_NULL) About userAttributes,
        List<Entry> recommendations) {

    /** What the user said of themselves; there only where the dataset tells. */
    record About(String gender, String ageGroup, String occupation) {

        static About of(UserAttributes said) {
            return new About(said.gender().inWords(), said.ageGroup().inWords(), said.occupation());
        }
    }

    /**
     * One recommendation; the year is null where it is not known, the actual rating where there is none. {@code why} is
     * there where reasons were asked for.
     */
    record Entry(int rank, Object movieId, String title, Integer year, List<String> genres, double predictedRating,
            int ratingCount, Double actualRating, Boolean actualInTest,
            @JsonInclude(JsonInclude.Include.NON_NULL) Why why) {}

    /** Reasons; see {@link Explanation}. */
    record Why(double explainedRating, int fromRatings, List<Reason> ratings, List<Genre> genres) {}

    /** A rating and what it does to the prediction, in stars. */
    record Reason(Object movieId, String title, Integer year, double rating, double effect) {}

    /** How the user rates a genre; the mean is null where they have rated none of it. */
    record Genre(String genre, int ratings, Double mean, double lift) {}

    /**
     * @param user null for someone who is not in the dataset
     * @param about what the user said of themselves
     * @param reasons one a recommendation, or none at all
     */
    static RecommendationReport of(String user, Optional<UserAttributes> about, List<Recommendation> recommendations,
            List<Explanation> reasons) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < recommendations.size(); i++) {
            entries.add(entry(recommendations.get(i), reasons.isEmpty() ? null : why(reasons.get(i))));
        }
        return new RecommendationReport(user == null ? null : id(user), about.map(About::of).orElse(null), entries);
    }

    private static Entry entry(Recommendation recommendation, Why why) {
        Item item = recommendation.item();
        return new Entry(recommendation.rank(), id(item.id()), item.title(), year(item), item.genres(),
                recommendation.predictedRating(), recommendation.ratingCount(),
                recommendation.actual().map(ActualRating::rating).orElse(null),
                recommendation.actual().map(ActualRating::inTest).orElse(null),
                why);
    }

    private static Why why(Explanation why) {
        return new Why(why.explained(), why.explainedFrom(),
                why.influences().stream().map(each -> new Reason(id(each.item().id()), each.item().title(),
                        year(each.item()), each.rating(), each.effect())).toList(),
                why.genres().stream().map(each -> new Genre(each.genre(), each.ratings(),
                        each.ratings() == 0 ? null : each.mean(), each.lift())).toList());
    }

    static Integer year(Item item) {
        return item.year().isPresent() ? item.year().getAsInt() : null;
    }

    static Object id(String original) {
        try {
            long number = Long.parseLong(original);
            // "007" is an id of its own: only what comes back unchanged is a number.
            return Long.toString(number).equals(original) ? number : original;
        } catch (NumberFormatException e) {
            return original;
        }
    }
}
