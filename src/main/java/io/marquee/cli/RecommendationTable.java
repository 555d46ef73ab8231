package io.marquee.cli;

import io.marquee.data.Item;
import io.marquee.data.UserAttributes;
import io.marquee.recommend.Explanation;
import io.marquee.recommend.GenreTaste;
import io.marquee.recommend.Influence;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.SimilarItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what someone liked and what they should watch. */
final class RecommendationTable {

    private static final int LIKED = 5;
    private static final int TITLE_WIDTH = 50;

    private final Console console;

    RecommendationTable(Console console) {
        this.console = console;
    }

    /** @param about what the user said of themselves */
    void rated(String user, Optional<UserAttributes> about, List<RatedItem> rated) {
        console.result("User %s%s has rated %s%s", user, about.map(said -> " (" + said.inWords() + ")").orElse(""),
                Words.count(rated.size(), "movie"),
                rated.isEmpty() ? "." : "; the highest:");
        for (RatedItem item : rated.subList(0, Math.min(LIKED, rated.size()))) {
            console.result("      %s", line(item.rating(), item.item()));
        }
        console.result("");
    }

    void yours(List<RatedItem> rated) {
        console.result("You have rated %s%s", Words.count(rated.size(), "movie"), rated.isEmpty()
                ? ": this is for the mean user." : ":");
        rated.forEach(item -> console.result("      %s", line(item.rating(), item.item())));
        console.result("");
    }

    /** @param reasons one a recommendation, or none at all */
    void recommended(List<Recommendation> recommendations, List<Explanation> reasons) {
        if (recommendations.isEmpty()) {
            console.result("There is nothing to recommend: every movie is rated, or none passes the filters.");
            return;
        }
        console.result("Recommended, with predicted stars:");
        for (int i = 0; i < recommendations.size(); i++) {
            Recommendation recommendation = recommendations.get(i);
            console.result("%4d  %s", recommendation.rank(),
                    line(recommendation.predictedRating(), recommendation.item()) + actual(recommendation));
            if (!reasons.isEmpty()) {
                why(reasons.get(i));
            }
        }
    }

    private static String actual(Recommendation recommendation) {
        return recommendation.actual()
                .map(actual -> String.format(Locale.ROOT, "  [really %.1f, %s part]", actual.rating(),
                        actual.inTest() ? "test" : "train"))
                .orElse("");
    }

    private void why(Explanation why) {
        for (Influence influence : why.influences()) {
            console.result("          %+5.2f  rated %.1f: %s", influence.effect(), influence.rating(),
                    influence.item().displayTitle());
        }
        if (!why.genres().isEmpty()) {
            console.result("          genres: %s", why.genres().stream().map(RecommendationTable::genre)
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String genre(GenreTaste taste) {
        return taste.ratings() == 0 ? taste.genre() + " (none rated)"
                : String.format(Locale.ROOT, "%s %+.2f (%,d rated)", taste.genre(), taste.lift(), taste.ratings());
    }

    void similar(Item movie, List<SimilarItem> neighbours) {
        if (neighbours.isEmpty()) {
            console.result("No other movie has so many ratings; ask for fewer with --min-ratings.");
            return;
        }
        console.result("Similar to %s, with the cosine of the embeddings:", movie.displayTitle());
        neighbours.forEach(each -> console.result("%4d  %s", each.rank(), line(each.cosine(), each.item())));
    }

    private static String line(double number, Item item) {
        String title = item.displayTitle();
        String shown = title.length() <= TITLE_WIDTH ? title : title.substring(0, TITLE_WIDTH - 1) + "…";
        return String.format(Locale.ROOT, "%4.2f  %-" + TITLE_WIDTH + "s  %s", number, shown,
                String.join(", ", item.genres())).stripTrailing();
    }
}
