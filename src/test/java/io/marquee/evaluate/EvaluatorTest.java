package io.marquee.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.evaluate.baseline.BiasBaseline;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.model.WarmRows;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private final Dataset dataset = TinyData.twoTastes(60, 40, 2);
    private final Split split = dataset.split(new SplitSpec(0.2, 3));

    @Test
    void errorsAreMeansOverRatings() throws InterruptedException {
        TrainedModel model = Runs.model(dataset, Runs.small());
        Predictor predictor = Predictor.of(model, false);
        double squared = 0;
        double absolute = 0;
        float[] prediction = new float[1];
        for (int i = 0; i < split.testSize(); i++) {
            int row = split.testRow(i);
            predictor.scorer().predict(new int[] {dataset.ratings().user(row)},
                    new int[] {dataset.ratings().item(row)}, 1, prediction);
            double error = prediction[0] - dataset.ratings().rating(row);
            squared += error * error;
            absolute += Math.abs(error);
        }

        ErrorMetrics metrics = new Evaluator(2).evaluateTest(predictor, split, () -> true).orElseThrow();

        assertThat(metrics.ratings()).isEqualTo(split.testSize());
        assertThat(metrics.mse()).isCloseTo(squared / split.testSize(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(metrics.mae()).isCloseTo(absolute / split.testSize(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(metrics.rmse()).isEqualTo(Math.sqrt(metrics.mse()));
        assertThat(model.result().testMse()).isEqualTo(metrics.mse());
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheResult() throws InterruptedException {
        Predictor predictor = Predictor.of(Runs.model(dataset, Runs.small()), true);

        assertThat(new Evaluator(1).evaluateTest(predictor, split, () -> true))
                .isEqualTo(new Evaluator(3).evaluateTest(predictor, split, () -> true));
    }

    @Test
    void anEvaluationThatMayNotGoOnGivesNoResult() throws InterruptedException {
        Predictor predictor = Predictor.of(Runs.model(dataset, Runs.small()), true);

        assertThat(new Evaluator(2).evaluateTest(predictor, split, () -> false)).isEmpty();
    }

    @Test
    void ratingsOfAnotherDatasetFindTheirUsersByOriginalId() throws InterruptedException {
        TrainedModel model = Runs.model(dataset, Runs.small());
        Dataset more = TinyData.twoTastes(62, 40, 2);

        ErrorMetrics metrics = Evaluator.evaluate(model, more.ratings());

        int[] perUser = more.ratings().ratingsPerUser();
        assertThat(metrics.ratings()).isEqualTo(more.ratings().size());
        assertThat(metrics.coldUsers()).isEqualTo(perUser[60] + perUser[61]);
        assertThat(metrics.mse()).isFinite();
    }

    @Test
    void aPairOfWhichNothingIsKnownIsPredictedAsTheTrainMean() throws InterruptedException {
        TrainedModel model = Runs.model(dataset, Runs.small());
        Predictor nothingKnown = new Predictor(model.weights(), model.centring(),
                new WarmRows(new boolean[60], new boolean[40]), null);
        float[] prediction = new float[1];

        nothingKnown.scorer().predict(new int[] {-1}, new int[] {5}, 1, prediction);

        assertThat(prediction[0]).isEqualTo((float) model.centring().mean());
    }

    @Test
    void aColdUserIsPredictedAsTheMeanUser() throws InterruptedException {
        TrainedModel model = Runs.model(dataset, Runs.small());
        Predictor predictor = Predictor.of(model, false);
        float[] ratings = new float[2];

        predictor.scorer().predict(new int[] {-1, -1}, new int[] {5, 6}, 2, ratings);

        assertThat(ratings[0]).isBetween(0.5f, 5f);
        assertThat(List.of(ratings[0], ratings[1])).doesNotHaveDuplicates();
    }

    @Test
    void theBaselineKnowsGoodItemsAndKindUsers() {
        List<int[]> pairs = new ArrayList<>();
        byte[] codes = new byte[50 * 20];
        for (int user = 0; user < 50; user++) {
            for (int item = 0; item < 20; item++) {
                codes[pairs.size()] = (byte) (3 + item % 4 + user % 3);
                pairs.add(new int[] {user, item});
            }
        }
        Split additive = TinyData.dataset(50, 20, pairs, codes).split(new SplitSpec(0.2, 3));
        double variance = Math.pow(additive.trainStatistics().standardDeviation(), 2);

        BiasBaseline baseline = BiasBaseline.fit(additive);

        assertThat(baseline.testMse(additive)).isLessThan(0.3 * variance);
        assertThat(baseline.predict(0, 3)).isGreaterThan(baseline.predict(0, 0));
    }
}
