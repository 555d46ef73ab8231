package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Item;
import io.marquee.model.TrainedModel;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds what the network answers against the tastes the built-in data was made from. */
class PlantedTastesTest {

    private static final int USERS = 200;
    private static final int TOP = 10;

    private final AskedModel asked = MatineeModel.ASKED;
    private final TrainedModel model = asked.model();

    /**
     * The statistic: the share of the top ten that have one of the user's planted favourite genres, less the same share of
     * the ten unseen movies with the most ratings; its mean over 200 users against that mean's standard error.
     */
    @Test
    void recommendationsAreRicherInPlantedFavouriteGenresThanPopularityIs() {
        double[] differences = new double[USERS];
        double recommendedShare = 0;
        double popularShare = 0;
        for (int user = 0; user < USERS; user++) {
            List<String> favourites = MatineeModel.TRUTH.favouriteGenres(user);
            AskedUser someone = asked.recommender().user(model.users().id(user));
            double recommended = share(favourites, asked.recommender()
                    .recommend(someone, RecommendationRequest.top(TOP)).stream().map(Recommendation::item).toList());
            double popular = share(favourites, popular(someone.ratings()));
            differences[user] = recommended - popular;
            recommendedShare += recommended / USERS;
            popularShare += popular / USERS;
        }
        double mean = IntStream.range(0, USERS).mapToDouble(u -> differences[u]).average().orElseThrow();
        double variance = IntStream.range(0, USERS).mapToDouble(u -> Math.pow(differences[u] - mean, 2)).sum()
                / (USERS - 1);
        assertThat(mean / Math.sqrt(variance / USERS)).isGreaterThan(5);
        assertThat(recommendedShare).isGreaterThan(1.5 * popularShare);
    }

    private List<Item> popular(UserRatings rated) {
        return IntStream.range(0, asked.facts().items().size())
                .filter(item -> rated.find(item) < 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(item -> -asked.facts().ratingCount(item)))
                .limit(TOP)
                .map(asked.facts()::item)
                .toList();
    }

    private static double share(List<String> favourites, List<Item> items) {
        return (double) items.stream().filter(item -> !Collections.disjoint(item.genres(), favourites)).count()
                / items.size();
    }

    /** Mean of 200 users' test MSE, with the embedding folded in from train ratings and with the trained one. */
    @Test
    void foldInPredictsTestRatingsAsWellAsTheTrainedEmbedding() {
        double trained = 0;
        double folded = 0;
        for (int user = 0; user < USERS; user++) {
            AskedUser known = asked.recommender().user(model.users().id(user));
            AskedUser stranger = asked.newUser(known.ratings());
            trained += testMse(known.embedding(), known.ratings()) / USERS;
            folded += testMse(stranger.embedding(), known.ratings()) / USERS;
        }
        assertThat(folded).isLessThan(1.05 * trained);
    }

    private double testMse(float[] embedding, UserRatings rated) {
        float[] scores = asked.scorer().scorer().scoreAll(embedding);
        double sum = 0;
        int count = 0;
        for (int k = 0; k < rated.size(); k++) {
            if (rated.inTest()[k]) {
                sum += Math.pow(model.scale().clip(scores[rated.items()[k]]) - rated.ratings()[k], 2);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** The statistic: the share of neighbours with a common genre, among pairs of movies rated at least 50 times. */
    @Test
    void similarMoviesShareGenresMoreOftenThanOthers() {
        int[] known = IntStream.range(0, asked.facts().items().size())
                .filter(item -> asked.facts().ratingCount(item) >= 50).toArray();
        double near = 0;
        double any = 0;
        for (int item : known) {
            List<SimilarItem> similar = asked.similar().to(item, TOP, 50);
            assertThat(similar).hasSize(TOP).isSortedAccordingTo(Comparator.comparingInt(SimilarItem::rank));
            near += similar.stream().filter(other -> !other.sharedGenres().isEmpty()).count()
                    / (double) TOP / known.length;
            any += IntStream.of(known).filter(other -> other != item && !ItemFacts.shared(asked.facts().item(item),
                    asked.facts().item(other)).isEmpty()).count() / (double) (known.length - 1) / known.length;
        }
        assertThat(near).isGreaterThan(1.5 * any);
    }

    /** The statistic: the share of the named ratings with a genre of the movie, against that of all the user's ratings. */
    @Test
    void theRatingsThatMovedARecommendationShareItsGenresMoreOftenThanOthers() {
        double named = 0;
        double all = 0;
        int users = 60;
        for (int user = 0; user < users; user++) {
            AskedUser someone = asked.recommender().user(model.users().id(user));
            Item movie = asked.recommender().recommend(someone, RecommendationRequest.top(1)).get(0).item();
            Explanation why = asked.explainer().explain(someone, asked.indexOf(movie), 5);
            assertThat(why.influences()).hasSize(5);
            named += why.influences().stream().filter(i -> !ItemFacts.shared(i.item(), movie).isEmpty()).count()
                    / 5.0 / users;
            int[] rated = someone.ratings().train().items();
            all += IntStream.of(rated).filter(i -> !ItemFacts.shared(asked.facts().item(i), movie).isEmpty()).count()
                    / (double) rated.length / users;
        }
        assertThat(named).isGreaterThan(1.1 * all);
    }
}
