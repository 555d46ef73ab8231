package io.marquee.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ErrorAnalysisTest {

    /** Users 0 and 1, items 0 to 2; the last four rows are the test part. */
    private final Dataset byHand = AdditiveModels.dataset(2, 3, 5, new int[][] {
        {0, 0, 8}, {0, 1, 6}, {1, 0, 4}, {1, 1, 6}, {1, 2, 6},
        {0, 2, 9}, {0, 2, 9}, {1, 2, 1}, {1, 0, 4}
    });
    private final Split split = byHand.split(new SplitSpec(0.2, 1));

    private ErrorReport report(boolean clip) {
        // Predictions: 3 + 1 + 0.25 = 4.25 for the first two, 3 - 1 + 0.25 = 2.25, 3 - 1 - 2 = 0 without clipping.
        TrainedModel model =
                AdditiveModels.of(byHand, split, clip, new float[] {1, -1}, new float[] {-2, 0, 0.25f});
        return new ErrorAnalysis(model).onTest(split, () -> true).orElseThrow();
    }

    @Test
    void overallErrorsAreThoseComputedByHand() {
        ErrorMetrics overall = report(true).overall();

        // Errors: -0.25, -0.25, 1.75, and 0.5 - 2 = -1.5.
        assertThat(overall.ratings()).isEqualTo(4);
        assertThat(overall.mse()).isCloseTo((2 * 0.0625 + 3.0625 + 2.25) / 4, within(1e-5));
        assertThat(overall.mae()).isCloseTo((0.25 + 0.25 + 1.75 + 1.5) / 4, within(1e-5));
    }

    @Test
    void ratingsAreGroupedByTheirValue() {
        List<ErrorGroup> groups = report(true).byRating();

        assertThat(groups).extracting(ErrorGroup::label).containsExactly("0.5", "2.0", "4.5");
        assertThat(groups).extracting(ErrorGroup::ratings).containsExactly(1L, 1L, 2L);
        assertThat(groups.get(0).meanError()).isCloseTo(1.75, within(1e-5));
        assertThat(groups.get(1).meanError()).isCloseTo(-1.5, within(1e-5));
        assertThat(groups.get(2).rmse()).isCloseTo(0.25, within(1e-5));
    }

    @Test
    void usersAndItemsAreGroupedByTheirTrainRatings() {
        ErrorReport report = report(true);

        assertThat(report.byActivity()).extracting(ErrorGroup::label).containsExactly("1-9");
        assertThat(report.byPopularity()).singleElement().satisfies(group -> {
            assertThat(group.ratings()).isEqualTo(4);
            assertThat(group.mse()).isCloseTo(report.overall().mse(), within(1e-9));
        });
    }

    @Test
    void residualsFallIntoQuarterStars() {
        List<ResidualBin> bins = report(true).residuals();

        assertThat(bins).hasSize(36);
        assertThat(bins.get(0).from()).isEqualTo(-4.5);
        assertThat(bins.get(35).to()).isEqualTo(4.5);
        assertThat(bins.stream().mapToLong(ResidualBin::ratings).sum()).isEqualTo(4);
        assertThat(bins.stream().filter(bin -> bin.from() == -1.5).findFirst().orElseThrow().ratings()).isEqualTo(1);
    }

    @Test
    void calibrationSetsPredictionsAgainstRatings() {
        List<CalibrationBin> bins = report(true).calibration();

        assertThat(bins).extracting(CalibrationBin::ratings).containsExactly(1L, 1L, 2L);
        assertThat(bins.get(0).meanPrediction()).isCloseTo(0.5, within(1e-5));
        assertThat(bins.get(0).meanRating()).isEqualTo(2);
        assertThat(bins.get(2).meanPrediction()).isCloseTo(4.25, within(1e-5));
        assertThat(bins.get(2).meanRating()).isEqualTo(4.5);
    }

    @Test
    void withoutClippingPredictionsBeyondTheScaleFallIntoItsOutermostRange() {
        ErrorReport report = report(false);

        assertThat(report.calibration().get(0).meanPrediction()).isCloseTo(0, within(1e-5));
        assertThat(report.overall().mae()).isCloseTo((0.25 + 0.25 + 1.75 + 2) / 4, within(1e-5));
    }

    @Test
    void groupsAgreeWithSlowSumsOnATrainedModel() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(60, 40, 2);
        TrainedModel model = Runs.model(dataset, Runs.small());
        Split parts = dataset.split(new SplitSpec(0.2, 3));
        int[] raters = new int[40];
        for (int i = 0; i < parts.trainSize(); i++) {
            raters[dataset.ratings().item(parts.trainRow(i))]++;
        }
        Predictor.Scorer scorer = Predictor.of(model, model.hyperparameters().clipPredictions()).scorer();
        Map<String, List<Double>> byRating = new TreeMap<>();
        Map<String, List<Double>> byPopularity = new TreeMap<>();
        float[] prediction = new float[1];
        for (int i = 0; i < parts.testSize(); i++) {
            int row = parts.testRow(i);
            int item = dataset.ratings().item(row);
            scorer.predict(new int[] {dataset.ratings().user(row)}, new int[] {item}, 1, prediction);
            double error = prediction[0] - dataset.ratings().rating(row);
            byRating.computeIfAbsent(String.valueOf(dataset.ratings().rating(row)), key -> new ArrayList<>()).add(error);
            byPopularity.computeIfAbsent(raters[item] < 20 ? "10-19" : "20-49", key -> new ArrayList<>()).add(error);
        }

        ErrorReport report = new ErrorAnalysis(model).onTest(parts, () -> true).orElseThrow();

        assertSame(report.byRating(), byRating);
        assertSame(report.byPopularity(), byPopularity);
        assertThat(report.overall()).isEqualTo(
                new Evaluator(1).evaluateTest(Predictor.of(model, true), parts, () -> true).orElseThrow());
    }

    private static void assertSame(List<ErrorGroup> groups, Map<String, List<Double>> errors) {
        assertThat(groups).extracting(ErrorGroup::label).containsExactlyElementsOf(errors.keySet());
        for (ErrorGroup group : groups) {
            List<Double> own = errors.get(group.label());
            assertThat(group.ratings()).isEqualTo(own.size());
            assertThat(group.mse()).isCloseTo(own.stream().mapToDouble(e -> e * e).average().orElse(0), within(1e-6));
            assertThat(group.mae()).isCloseTo(own.stream().mapToDouble(Math::abs).average().orElse(0), within(1e-6));
            assertThat(group.meanError()).isCloseTo(own.stream().mapToDouble(e -> e).average().orElse(0), within(1e-6));
        }
    }

    @Test
    void usersOfAnotherDatasetAreThoseWithoutTrainRatings() {
        TrainedModel model = AdditiveModels.of(byHand, split, true, new float[] {1, -1}, new float[] {-2, 0, 0.25f});
        Dataset other = AdditiveModels.dataset(3, 3, 1, new int[][] {{2, 0, 4}, {0, 0, 4}});

        ErrorReport report = new ErrorAnalysis(model).on(other.ratings());

        assertThat(report.byActivity()).extracting(ErrorGroup::label).containsExactly("0", "1-9");
        assertThat(report.overall().coldUsers()).isEqualTo(1);
    }

    @Test
    void anAnalysisThatMayNotGoOnGivesNoReport() {
        TrainedModel model = AdditiveModels.of(byHand, split, true, new float[2], new float[3]);

        assertThat(new ErrorAnalysis(model).onTest(split, () -> false)).isEmpty();
    }

    @Test
    void countsFallIntoTheirRange() {
        assertThat(List.of(0, 1, 9, 10, 19, 20, 49_999, 50_000, 67_310)).extracting(CountBins::of)
                .extracting(CountBins::label)
                .containsExactly("0", "1-9", "1-9", "10-19", "10-19", "20-49", "20,000-49,999", "50,000 or more",
                        "50,000 or more");
    }
}
