package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Item;
import io.marquee.model.Predictor;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedModelTest {

    private final AskedModel asked = MatineeModel.ASKED;
    private final AskedUser user = asked.recommender().user("7");

    @Test
    void filtersKeepToGenresYearsAndNumbersOfRatings() {
        ItemFilter filter = new ItemFilter(Set.of("Comedy", "Western"), OptionalInt.of(1980), OptionalInt.of(1999), 20,
                SeenRule.HIDE_RATED);

        List<Recommendation> list = asked.recommender().recommend(user, new RecommendationRequest(15, filter, 0));

        assertThat(list).hasSize(15).allSatisfy(recommendation -> {
            assertThat(recommendation.item().genres()).containsAnyOf("Comedy", "Western");
            assertThat(recommendation.item().year().orElseThrow()).isBetween(1980, 1999);
            assertThat(recommendation.ratingCount()).isGreaterThanOrEqualTo(20);
            assertThat(recommendation.actual()).isEmpty();
        });
    }

    @Test
    void aFilterThatNothingPassesGivesAnEmptyList() {
        ItemFilter filter =
                new ItemFilter(Set.of("Opera"), OptionalInt.empty(), OptionalInt.empty(), 0, SeenRule.SHOW_RATED);

        assertThat(asked.recommender().recommend(user, new RecommendationRequest(5, filter, 0.5))).isEmpty();
    }

    @Test
    void ratingsOfTheTestPartAreMarkedAsSuch() {
        List<Recommendation> unseenInTraining = asked.recommender().recommend(user,
                new RecommendationRequest(2000, ItemFilter.UNSEEN.with(SeenRule.HIDE_TRAINED), 0));
        List<Recommendation> all = asked.recommender().recommend(user,
                new RecommendationRequest(2000, ItemFilter.UNSEEN.with(SeenRule.SHOW_RATED), 0));
        UserProfile profile = asked.profile(user.ratings());

        assertThat(unseenInTraining.stream().flatMap(r -> r.actual().stream())).isNotEmpty().allMatch(ActualRating::inTest);
        assertThat(all.stream().flatMap(r -> r.actual().stream()).filter(actual -> !actual.inTest()))
                .hasSize(profile.ratings() - profile.testRatings());
    }

    @Test
    void diversityMakesTheListsMoviesLessAlikeAndCostsPredictedStars() {
        List<Recommendation> plain = asked.recommender().recommend(user, request(0));
        List<Recommendation> mixed = asked.recommender().recommend(user, request(0.5));
        List<Recommendation> wild = asked.recommender().recommend(user, request(1));

        assertThat(likeness(mixed)).isLessThan(likeness(plain));
        assertThat(likeness(wild)).isLessThan(likeness(mixed));
        assertThat(stars(mixed)).isLessThan(stars(plain));
        assertThat(mixed.get(0).item()).isEqualTo(plain.get(0).item());
        assertThat(mixed).extracting(Recommendation::item).doesNotHaveDuplicates();
    }

    private static RecommendationRequest request(double diversity) {
        return new RecommendationRequest(10, ItemFilter.UNSEEN, diversity);
    }

    private double likeness(List<Recommendation> list) {
        ItemEmbeddings embeddings = new ItemEmbeddings(asked.model().weights().items());
        double sum = 0;
        for (Recommendation a : list) {
            for (Recommendation b : list) {
                sum += embeddings.cosine(asked.indexOf(a.item()), asked.indexOf(b.item()));
            }
        }
        return sum;
    }

    private static double stars(List<Recommendation> list) {
        return list.stream().mapToDouble(Recommendation::predictedRating).sum();
    }

    @Test
    void diversityOutsideOfZeroToOneIsRefused() {
        assertThatThrownBy(() -> request(1.5)).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> request(Double.NaN)).hasMessageContaining("from 0 to 1");
    }

    @Test
    void aProfileCountsAndOrders() {
        UserProfile profile = asked.profile(user.ratings());

        assertThat(profile.ratings()).isEqualTo(profile.rated().size()).isEqualTo(user.ratings().size());
        assertThat(profile.mean()).isCloseTo(
                profile.rated().stream().mapToDouble(RatedItem::rating).average().orElseThrow(), within(1e-6));
        assertThat(profile.genres()).isSortedAccordingTo(Comparator.comparingDouble(GenreTaste::lift).reversed());
        assertThat(profile.rated().stream().filter(RatedItem::inTest)).hasSize(profile.testRatings());
    }

    @Test
    void theBestLikedGenreOfAProfileIsNoPlantedDislike() {
        int notDisliked = 0;
        for (int index = 0; index < 100; index++) {
            UserProfile profile = asked.profile(asked.recommender().user(asked.model().users().id(index)).ratings());
            Set<String> disliked = new HashSet<>(MatineeModel.TRUTH.dislikedGenres(index));
            notDisliked += disliked.contains(profile.genres().get(0).genre()) ? 0 : 1;
        }
        assertThat(notDisliked).isGreaterThan(95);
    }

    @Test
    void ratersOfAMovieHaveRatedIt() {
        Item movie = asked.recommender().ratedBy("7").get(0).item();

        List<Rater> raters = asked.ratersOf(asked.indexOf(movie), 1000);

        assertThat(raters).hasSize(asked.facts().ratingCount(asked.indexOf(movie)))
                .isSortedAccordingTo(Comparator.comparingDouble(Rater::rating).reversed())
                .anyMatch(rater -> rater.userId().equals("7"));
        assertThat(asked.ratersOf(asked.indexOf(movie), 2)).hasSize(2);
    }

    @Test
    void someoneWithoutRatingsIsTheMeanUser() {
        AskedUser nobody = asked.newUser(UserRatings.of(Map.of()));

        assertThat(asked.recommender().recommend(nobody, request(0))).hasSize(10);
        assertThat(asked.explainer().explain(nobody, 3, 5).influences()).isEmpty();
        assertThat(asked.profile(nobody.ratings()).mean()).isNaN();
    }

    @Test
    void anEffectIsTheDifferenceThatLeavingTheRatingOutMakes() {
        AskedUser someone = asked.recommender().user("12");
        int movie = asked.indexOf(asked.recommender().recommend(someone, request(0)).get(0).item());
        UserRatings train = someone.ratings().train();
        FoldIn foldIn = new FoldIn(asked.model(), Predictor.of(asked.model(), true));
        PredictionsOfItem predictions = new PredictionsOfItem(asked.model(), movie);
        FoldInFit fit = foldIn.fit(train);
        double with = predictions.of(List.of(fit.embedding()))[0];
        Map<Item, Double> effects = new HashMap<>();
        for (int k = 0; k < train.size(); k++) {
            float[] without = foldIn.fit(train.without(k), fit.point()).embedding();
            effects.put(asked.facts().item(train.items()[k]), with - predictions.of(List.of(without))[0]);
        }

        Explanation why = asked.explainer().explain(someone, movie, 4);

        Item strongest = Collections.max(effects.keySet(), Comparator.comparingDouble(item -> Math.abs(effects.get(item))));
        assertThat(why.influences()).hasSize(4).extracting(Influence::item).contains(strongest);
        assertThat(why.influences()).allSatisfy(influence ->
                assertThat(influence.effect()).isCloseTo(effects.get(influence.item()), within(0.01)));
        assertThat(why.explained()).isCloseTo(with, within(1e-3));
        assertThat(why.genres()).extracting(GenreTaste::genre).isEqualTo(asked.facts().item(movie).genres());
    }

    @Test
    void askedAboutFirstAreWellKnownMoviesThatAreNotAlike() {
        List<Integer> first = asked.telling().choose(UserRatings.of(Map.of()), Set.of(), 12);
        List<Integer> then = asked.telling().choose(UserRatings.of(Map.of(first.get(0), 5f)), Set.of(first.get(1)), 12);

        assertThat(first).hasSize(12).doesNotHaveDuplicates();
        assertThat(first.stream().flatMap(item -> asked.facts().item(item).genres().stream()).distinct().count())
                .isGreaterThan(4);
        assertThat(then).hasSize(12).doesNotContain(first.get(0), first.get(1));
    }

    @Test
    void tenRatingsSayMoreThanTheMeanUserDoes() {
        double strangers = 0;
        double answered = 0;
        for (int index = 0; index < 100; index++) {
            UserRatings all = asked.recommender().user(asked.model().users().id(index)).ratings();
            UserRatings ten = firstTen(all.train());
            strangers += testError(asked.newUser(UserRatings.of(Map.of())).embedding(), all);
            answered += testError(asked.newUser(ten).embedding(), all);
        }
        assertThat(answered).isLessThan(0.97 * strangers);
    }

    private static UserRatings firstTen(UserRatings ratings) {
        UserRatings ten = ratings;
        while (ten.size() > 10) {
            ten = ten.without(10);
        }
        return ten;
    }

    private double testError(float[] embedding, UserRatings rated) {
        float[] scores = asked.scorer().scorer().scoreAll(embedding);
        double sum = 0;
        for (int k = 0; k < rated.size(); k++) {
            sum += rated.inTest()[k] ? Math.pow(scores[rated.items()[k]] - rated.ratings()[k], 2) : 0;
        }
        return sum;
    }
}
