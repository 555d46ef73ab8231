package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.Dataset;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopNRecommenderTest {

    private static final Dataset DATASET = TinyData.twoTastes(40, 30, 1);
    private static TopNRecommender recommender;

    @BeforeAll
    static void train() throws InterruptedException {
        TrainedModel model = Runs.model(DATASET, Runs.small().toBuilder().epochs(40).build());
        recommender = new TopNRecommender(model);
    }

    @Test
    void ratedItemsAreLeftOutUnlessAskedFor() {
        Set<String> rated = new HashSet<>();
        recommender.ratedBy("7").forEach(item -> rated.add(item.item().id()));

        List<Recommendation> unseen = recommender.recommend("7", 30, false);
        List<Recommendation> all = recommender.recommend("7", 30, true);

        assertThat(unseen).hasSize(30 - rated.size()).noneMatch(r -> rated.contains(r.item().id()));
        assertThat(all).hasSize(30).anyMatch(r -> rated.contains(r.item().id()));
    }

    @Test
    void theBestComeFirstAndRanksCountFromOne() {
        List<Recommendation> list = recommender.recommend("7", 5, true);

        assertThat(list).hasSize(5);
        assertThat(list).extracting(Recommendation::rank).containsExactly(1, 2, 3, 4, 5);
        assertThat(list).isSortedAccordingTo((a, b) -> Double.compare(b.predictedRating(), a.predictedRating()));
        double worstOfAll = recommender.recommend("7", 30, true).get(29).predictedRating();
        assertThat(list.get(4).predictedRating()).isGreaterThanOrEqualTo(worstOfAll);
    }

    @Test
    void predictionsStayOnTheRatingScale() {
        for (int user = 1; user <= 40; user++) {
            assertThat(recommender.recommend(Integer.toString(user), 30, true))
                    .allSatisfy(r -> assertThat(r.predictedRating()).isBetween(0.5, 5.0));
        }
    }

    @Test
    void recommendationsFollowThePlantedTaste() {
        // User 7 has index 6, an even one, and likes items of even index: Film 1, 3, 5, ...
        assertThat(recommender.recommend("7", 5, true))
                .allSatisfy(r -> assertThat(Integer.parseInt(r.item().id()) / 10 % 2).isEqualTo(1));
    }

    @Test
    void aUsersRatedItemsComeBestFirst() {
        List<RatedItem> rated = recommender.ratedBy("7");

        assertThat(rated).isNotEmpty().isSortedAccordingTo((a, b) -> Double.compare(b.rating(), a.rating()));
    }

    @Test
    void anUnknownUserIsNamedInASentence() {
        assertThatThrownBy(() -> recommender.recommend("4711", 10, false))
                .isInstanceOf(UnknownUserException.class)
                .hasMessageContaining("4711")
                .hasMessageContaining("from 1 to 40");
    }

    @Test
    void aCountBelowOneIsRefused() {
        assertThatThrownBy(() -> recommender.recommend("7", 0, false)).hasMessageContaining("at least one");
    }

    @Test
    void usersAreFoundByTheBeginningOfTheirId() {
        assertThat(recommender.searchUsers("3", 20)).startsWith("3").contains("30", "39").doesNotContain("13");
        assertThat(recommender.searchUsers("", 5)).hasSize(5);
        assertThat(recommender.searchUsers("x", 5)).isEmpty();
    }
}
