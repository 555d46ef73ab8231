package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.kernel.Kernels;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueScorerTest {

    private static final int ITEMS = 70;

    @Test
    void theSplitOfTheFirstLayerPredictsWhatTheNetworkPredicts() throws InterruptedException {
        TrainedModel model = model(List.of(24));
        assertThat(new CatalogueScorer(model, false).scorer().scoreAll(embedding(model, 5)))
                .containsExactly(predictions(model, 5), within(1e-4f));
    }

    @Test
    void severalHiddenLayersArePredictedWithoutKeptProducts() throws InterruptedException {
        TrainedModel model = model(List.of(24, 12));
        CatalogueScorer scorer = new CatalogueScorer(model, true);
        scorer.keepProductsNow();

        assertThat(scorer.productsKept()).isFalse();
        assertThat(scorer.scorer().scoreAll(embedding(model, 5))).containsExactly(predictions(model, 5), within(1e-4f));
    }

    @Test
    void keptProductsPredictTheSame() throws InterruptedException {
        TrainedModel model = model(List.of(24));
        CatalogueScorer scorer = new CatalogueScorer(model, true);
        scorer.keepProductsNow();

        assertThat(scorer.productsKept()).isTrue();
        assertThat(scorer.scorer().scoreAll(embedding(model, 5))).containsExactly(predictions(model, 5), within(1e-4f));
    }

    @Test
    void theBestAreThoseOfAllItemsToTheLastBit() {
        for (int seed = 1; seed <= 3; seed++) {
            TrainedModel model = RandomModels.of(12, 3000, 6, List.of(90 + 37 * seed), seed);
            CatalogueScorer scorer = kept(model);
            for (int user = 0; user < 6; user++) {
                float[] all = scorer.scorer().scoreAll(embedding(model, user));
                for (int count : new int[] {1, 10, 400}) {
                    BitSet candidates = everyOther(user);
                    BitSet left = (BitSet) candidates.clone();

                    float[] scores = scorer.scorer().scoreBest(embedding(model, user), left, count);

                    assertThat(best(all, candidates, count)).isEqualTo(best(scores, left, count));
                    left.stream().forEach(item -> assertThat(scores[item]).isEqualTo(all[item]));
                }
            }
        }
    }

    @Test
    void mostItemsNeedNoExactScore() {
        TrainedModel model = RandomModels.of(12, 3000, 6, List.of(200), 4);
        BitSet candidates = everyOther(1);
        kept(model).scorer().scoreBest(embedding(model, 1), candidates, 10);

        assertThat(candidates.cardinality()).isGreaterThanOrEqualTo(10);
        if (Kernels.fastest().description().startsWith("Vector")) {
            assertThat(candidates.cardinality()).isLessThan(100);
        }
    }

    @Test
    void manyWhoAskAtOnceGetTheirOwnAnswers() throws Exception {
        TrainedModel model = RandomModels.of(40, 3000, 6, List.of(100), 5);
        CatalogueScorer scorer = kept(model);
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<List<Integer>>> questions = new ArrayList<>();
            for (int k = 0; k < 200; k++) {
                int user = k % 40;
                questions.add(() -> {
                    BitSet candidates = everyOther(user);
                    float[] scores = scorer.scorer().scoreBest(embedding(model, user), candidates, 10);
                    return best(scores, candidates, 10);
                });
            }
            List<Future<List<Integer>>> answers = threads.invokeAll(questions);
            for (int k = 0; k < answers.size(); k++) {
                int user = k % 40;
                assertThat(answers.get(k).get())
                        .isEqualTo(best(scorer.scorer().scoreAll(embedding(model, user)), everyOther(user), 10));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void weightsThatAreNoNumbersLeaveAllCandidates() {
        TrainedModel model = RandomModels.of(12, 3000, 6, List.of(30), 6);
        model.weights().items().values()[17] = Float.NaN;
        BitSet candidates = everyOther(0);

        kept(model).scorer().scoreBest(embedding(model, 0), candidates, 10);

        assertThat(candidates).isEqualTo(everyOther(0));
    }

    private static CatalogueScorer kept(TrainedModel model) {
        CatalogueScorer scorer = new CatalogueScorer(model, true);
        scorer.keepProductsNow();
        return scorer;
    }

    private static BitSet everyOther(int first) {
        BitSet items = new BitSet();
        for (int item = first; item < 3000; item += 2) {
            items.set(item);
        }
        return items;
    }

    private static List<Integer> best(float[] scores, BitSet candidates, int count) {
        return candidates.stream().boxed()
                .sorted(Comparator.<Integer>comparingDouble(item -> -scores[item]).thenComparing(item -> item))
                .limit(count).toList();
    }

    private static TrainedModel model(List<Integer> hidden) throws InterruptedException {
        return Runs.model(TinyData.twoTastes(30, ITEMS, 1), Runs.small().toBuilder().hiddenLayers(hidden).build());
    }

    private static float[] embedding(TrainedModel model, int user) {
        return Predictor.of(model, false).userEmbedding(user);
    }

    private static float[] predictions(TrainedModel model, int user) {
        int[] users = new int[ITEMS];
        Arrays.fill(users, user);
        float[] ratings = new float[ITEMS];
        Predictor.of(model, false).scorer().predict(users, IntStream.range(0, ITEMS).toArray(), ITEMS, ratings);
        return ratings;
    }
}
