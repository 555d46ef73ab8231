package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.Arrays;
import java.util.List;
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
    void aStretchOfItemsIsScoredAtItsOwnPlaces() throws InterruptedException {
        TrainedModel model = model(List.of(24));
        CatalogueScorer scorer = new CatalogueScorer(model, false);
        float[] scores = new float[ITEMS];

        scorer.scorer().score(scorer.userShare(embedding(model, 5)), 33, 41, scores);

        float[] all = predictions(model, 5);
        assertThat(Arrays.copyOfRange(scores, 33, 41)).containsExactly(Arrays.copyOfRange(all, 33, 41), within(1e-4f));
        assertThat(scores[32]).isZero();
        assertThat(scores[41]).isZero();
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
