package io.marquee.cli;

import io.marquee.data.Item;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import java.util.List;
import java.util.Locale;

/** Prints what a user liked and what they should watch. */
final class RecommendationTable {

    private static final int LIKED = 5;
    private static final int TITLE_WIDTH = 50;

    private final Console console;

    RecommendationTable(Console console) {
        this.console = console;
    }

    void rated(String user, List<RatedItem> rated) {
        console.result("User %s has rated %s%s", user, Words.count(rated.size(), "movie"),
                rated.isEmpty() ? "." : "; the highest:");
        for (RatedItem item : rated.subList(0, Math.min(LIKED, rated.size()))) {
            console.result("      %s", line(item.rating(), item.item()));
        }
        console.result("");
    }

    void recommended(List<Recommendation> recommendations) {
        if (recommendations.isEmpty()) {
            console.result("There is nothing to recommend: this user has rated every movie.");
            return;
        }
        console.result("Recommended, with predicted stars:");
        for (Recommendation recommendation : recommendations) {
            console.result("%4d  %s", recommendation.rank(),
                    line(recommendation.predictedRating(), recommendation.item()));
        }
    }

    private static String line(double stars, Item item) {
        String title = item.displayTitle();
        String shown = title.length() <= TITLE_WIDTH ? title : title.substring(0, TITLE_WIDTH - 1) + "…";
        return String.format(Locale.ROOT, "%4.2f  %-" + TITLE_WIDTH + "s  %s", stars, shown,
                String.join(", ", item.genres())).stripTrailing();
    }
}
