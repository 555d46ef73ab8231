package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearningRateFinderTest {

    private final Dataset dataset = TinyData.twoTastes(60, 50, 1);

    /** A run at the suggested rate learns more than one at a hundredth of it, and does not diverge. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void theSuggestionLearns(OptimizerKind optimizer) throws Exception {
        Hyperparameters hyperparameters =
                Runs.small().toBuilder().optimizer(optimizer).hiddenLayers(List.of(32)).epochs(6).build();

        LearningRateCurve curve =
                new LearningRateFinder(dataset, Runs.request(hyperparameters, LocalDevices.CPU)).run(Progress.NONE);

        assertThat(curve.points()).extracting(LearningRateCurve.Point::learningRate).isSorted();
        assertThat(curve.suggestion()).isBetween(1e-6, 1.0);
        assertThat(testMse(hyperparameters, curve.suggestion()))
                .isLessThan(testMse(hyperparameters, curve.suggestion() / 100));
    }

    private double testMse(Hyperparameters hyperparameters, double rate) throws InterruptedException {
        List<EpochResult> epochs = Runs.epochs(Runs.events(dataset,
                Runs.request(hyperparameters.toBuilder().learningRate(rate).build(), LocalDevices.CPU)));
        return epochs.get(epochs.size() - 1).testMse();
    }

    @Test
    void theSuggestionIsATenthOfTheRateWithTheLowestLoss() {
        LearningRateCurve curve = LearningRateCurve.of(List.of(new LearningRateCurve.Point(0.001, 1),
                new LearningRateCurve.Point(0.03412, 0.2), new LearningRateCurve.Point(0.1, 0.9)), 300);
        LearningRateCurve level = LearningRateCurve.of(List.of(new LearningRateCurve.Point(0.001, 0.99),
                new LearningRateCurve.Point(0.03, 1), new LearningRateCurve.Point(0.1, 1)), 300);

        assertThat(curve.suggestion()).isEqualTo(0.0034);
        assertThat(level.suggestion()).as("the highest it bears").isEqualTo(0.01);
    }

    @Test
    void itCanBeCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> new LearningRateFinder(dataset, Runs.request(Runs.small(), LocalDevices.CPU))
                .run(cancelled)).isInstanceOf(CancellationException.class);
    }
}
