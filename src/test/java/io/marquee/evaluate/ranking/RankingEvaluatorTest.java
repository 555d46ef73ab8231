package io.marquee.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.evaluate.AdditiveModels;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingEvaluatorTest {

    /**
     * Twelve items; user 0 has rated items 0 and 1 in the train part, and items 5 and 11 well and item 6 badly in the test
     * part. All items but item 11 have a train rating of user 1, who has no test rating; user 2 has a bad one only.
     */
    private final Dataset byHand = AdditiveModels.dataset(3, 12, 14, new int[][] {
        {0, 0, 8}, {0, 1, 8}, {1, 0, 6}, {1, 1, 6}, {1, 2, 6}, {1, 3, 6}, {1, 4, 6}, {1, 5, 6}, {1, 6, 6}, {1, 7, 6},
        {1, 8, 6}, {1, 9, 6}, {1, 10, 6}, {2, 0, 6},
        {0, 5, 8}, {0, 11, 10}, {0, 6, 4}, {2, 5, 7}
    });
    private final Split split = byHand.split(new SplitSpec(0.2, 1));

    @Test
    void metricsOfOneUserAreThoseComputedByHand() {
        // Best first: 0 (rated), 1 (rated), 2, 3, 5, ...; item 11 would be best of all, but has no train rating.
        float[] items = {1.9f, 1.8f, 1.7f, 1.6f, 1.2f, 1.5f, 1.1f, 1.0f, 0.9f, 0.8f, 0.7f, 2f};
        TrainedModel model = AdditiveModels.of(byHand, split, false, new float[3], items);
        RankingTask task = RankingTask.of(split, 100, 1);

        RankingReport report = new RankingEvaluator(task, 2).evaluate(model, () -> true).orElseThrow();

        RankingMetrics network = report.models().get(0);
        assertThat(report.users()).isEqualTo(1);
        assertThat(report.candidates()).isEqualTo(11);
        assertThat(report.relevanceThreshold()).isEqualTo(4);
        double ideal = 1 + 1 / (Math.log(3) / Math.log(2));
        assertThat(network.ndcg()).isCloseTo(1 / (Math.log(4) / Math.log(2)) / ideal, within(1e-9));
        assertThat(network.ndcgStandardError()).isZero();
        assertThat(network.recall()).isEqualTo(0.5);
        assertThat(network.hitRate()).isEqualTo(1);
        assertThat(network.reciprocalRank()).isCloseTo(1.0 / 3, within(1e-12));
        // Nine of the eleven items are left to recommend; each has one of three users.
        assertThat(network.coverage()).isCloseTo(9.0 / 11, within(1e-12));
        assertThat(network.novelty()).isCloseTo(Math.log(3) / Math.log(2), within(1e-9));
    }

    @Test
    void popularityIsRankedBesideTheModel() {
        TrainedModel model = AdditiveModels.of(byHand, split, false, new float[3], new float[12]);

        RankingMetrics popular = new RankingEvaluator(RankingTask.of(split, 100, 1), 1)
                .evaluate(model, () -> true).orElseThrow().models().get(1);

        // Items 2 to 10 are rated once each: ties go to the lower index, so item 5 is fourth.
        assertThat(popular.reciprocalRank()).isEqualTo(0.25);
    }

    @Test
    void theProtocolSaysWhoAndWhat() {
        String protocol = RankingTask.of(split, 100, 1).protocol();

        assertThat(protocol).contains("all 1 users with a relevant movie in the test part", "4.0 stars or more",
                "all 11 movies with a train rating");
    }

    @Test
    void usersAreDrawnBySeed() {
        Split larger = TinyData.twoTastes(60, 40, 2).split(new SplitSpec(0.2, 3));
        RankingTask task = RankingTask.of(larger, 10, 7);

        assertThat(task.size()).isEqualTo(10);
        assertThat(users(task)).isEqualTo(users(RankingTask.of(larger, 10, 7)));
        assertThat(users(task)).isNotEqualTo(users(RankingTask.of(larger, 10, 8)));
        assertThat(task.protocol()).contains("10 users drawn with seed 7 from the " + task.eligible());
    }

    private static List<Integer> users(RankingTask task) {
        List<Integer> users = new ArrayList<>();
        for (int i = 0; i < task.size(); i++) {
            users.add(task.user(i));
        }
        return users;
    }

    @Test
    void agreesWithSortingTheWholeCatalogue() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(60, 40, 2);
        SplitSpec spec = new SplitSpec(0.2, 3);
        Split parts = dataset.split(spec);
        RankingTask task = RankingTask.of(parts, 25, 1);
        ItemScorer scorer = (user, scores) -> {
            for (int item = 0; item < scores.length; item++) {
                // With ties.
                scores[item] = (user * 31 + item * 17) % 23;
            }
        };

        RankingMetrics metrics = new RankingEvaluator(task, 2).rank("x", () -> scorer, () -> true).orElseThrow();

        double ndcg = 0;
        double recall = 0;
        double reciprocal = 0;
        Set<Integer> shown = new HashSet<>();
        for (int user : users(task)) {
            Set<Integer> known = new HashSet<>();
            Set<Integer> relevant = new HashSet<>();
            for (int i = 0; i < parts.trainSize(); i++) {
                if (dataset.ratings().user(parts.trainRow(i)) == user) {
                    known.add(dataset.ratings().item(parts.trainRow(i)));
                }
            }
            for (int i = 0; i < parts.testSize(); i++) {
                int row = parts.testRow(i);
                if (dataset.ratings().user(row) == user && dataset.ratings().rating(row) >= 4) {
                    relevant.add(dataset.ratings().item(row));
                }
            }
            List<Integer> ranked = new ArrayList<>();
            for (int item = 0; item < 40; item++) {
                if (!known.contains(item)) {
                    ranked.add(item);
                }
            }
            ranked.sort(Comparator.comparing((Integer item) -> -((user * 31 + item * 17) % 23))
                    .thenComparing(item -> item));
            List<Integer> top = ranked.subList(0, Math.min(10, ranked.size()));
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < top.size(); rank++) {
                gain += relevant.contains(top.get(rank)) ? Math.log(2) / Math.log(rank + 2) : 0;
            }
            for (int rank = 0; rank < Math.min(10, relevant.size()); rank++) {
                ideal += Math.log(2) / Math.log(rank + 2);
            }
            ndcg += gain / ideal;
            recall += (double) top.stream().filter(relevant::contains).count() / relevant.size();
            for (int rank = 0; rank < ranked.size(); rank++) {
                if (relevant.contains(ranked.get(rank))) {
                    reciprocal += 1.0 / (rank + 1);
                    break;
                }
            }
            shown.addAll(top);
        }
        assertThat(metrics.ndcg()).isCloseTo(ndcg / 25, within(1e-9));
        assertThat(metrics.recall()).isCloseTo(recall / 25, within(1e-9));
        assertThat(metrics.reciprocalRank()).isCloseTo(reciprocal / 25, within(1e-9));
        assertThat(metrics.coverage()).isCloseTo(shown.size() / 40.0, within(1e-9));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheMetrics() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(60, 40, 2);
        TrainedModel model = Runs.model(dataset, Runs.small());
        RankingTask task = RankingTask.of(dataset.split(new SplitSpec(0.2, 3)), 1000, 1);

        assertThat(new RankingEvaluator(task, 3).evaluate(model, () -> true))
                .isEqualTo(new RankingEvaluator(task, 1).evaluate(model, () -> true));
    }

    @Test
    void aModelCarriesTheSameTaskAsItsSplit() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(60, 40, 2);
        TrainedModel model = Runs.model(dataset, Runs.small());
        RankingTask fromSplit = RankingTask.of(dataset.split(new SplitSpec(0.2, 3)), 1000, 1);
        RankingTask fromModel = RankingTask.of(model, 1000, 1);

        assertThat(new RankingEvaluator(fromModel, 1).evaluate(model, () -> true).orElseThrow().models())
                .isEqualTo(new RankingEvaluator(fromSplit, 1).evaluate(model, () -> true).orElseThrow().models());
    }

    @Test
    void aRankingThatMayNotGoOnGivesNoReport() {
        TrainedModel model = AdditiveModels.of(byHand, split, false, new float[3], new float[12]);

        assertThat(new RankingEvaluator(RankingTask.of(split, 100, 1), 1).evaluate(model, () -> false)).isEmpty();
    }
}
